import { v7 as uuidv7 } from 'uuid'
import type { PublieksportaalContext } from '../../context.ts'
import { IDLE_SECONDS } from './sign-in-site.ts'

/** Starts a sessie of a burger and removes the ones that have run out, anybody's. */
export async function createSessie(
  ctx: PublieksportaalContext,
  burgerId: string,
): Promise<{ sessieId: string; begonnenOp: number }> {
  const now = ctx.clock()
  await ctx.db.sessie.deleteMany({ where: { verlooptOp: { lt: now } } })
  const verlooptOp = new Date(now.getTime() + IDLE_SECONDS * 1000)
  const { id } = await ctx.db.sessie.create({ data: { id: uuidv7(), burgerId, verlooptOp } })
  return { sessieId: id, begonnenOp: now.getTime() }
}
