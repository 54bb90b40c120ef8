import { v7 as uuidv7 } from 'uuid'
import type { ZaaksysteemContext } from '../context.ts'
import { SESSIE_SECONDS } from './sign-in-site.ts'

/** Starts a sessie of a behandelaar and removes the ones that have run out, anybody's. */
export async function createSessie(ctx: ZaaksysteemContext, behandelaarId: string): Promise<string> {
  const now = ctx.clock()
  await ctx.db.sessie.deleteMany({ where: { verlooptOp: { lt: now } } })
  const verlooptOp = new Date(now.getTime() + SESSIE_SECONDS * 1000)
  const { id } = await ctx.db.sessie.create({ data: { id: uuidv7(), behandelaarId, verlooptOp } })
  return id
}
