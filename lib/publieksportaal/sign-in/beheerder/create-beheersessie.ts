import { v7 as uuidv7 } from 'uuid'
import type { PublieksportaalContext } from '../../context.ts'
import { SESSIE_SECONDS } from './sign-in-site.ts'

/** Starts a sessie of a beheerder and removes the ones that have run out, anybody's. */
export async function createBeheersessie(
  ctx: PublieksportaalContext,
  { subject, naam }: { subject: string; naam: string },
): Promise<string> {
  const now = ctx.clock()
  await ctx.db.beheersessie.deleteMany({ where: { verlooptOp: { lt: now } } })
  const verlooptOp = new Date(now.getTime() + SESSIE_SECONDS * 1000)
  const { id } = await ctx.db.beheersessie.create({ data: { id: uuidv7(), subject, naam, verlooptOp } })
  return id
}
