import type { PublieksportaalContext } from '../../context.ts'
import { isBeheerder } from './beheerders.ts'

/** Who manages the portal at this moment. */
export type SignedInBeheerder = { naam: string; sessieId: string }

/** The beheerder of a sessie that is neither ended nor outdated, and who still is one. */
export async function findBeheerderOfSessie(
  ctx: PublieksportaalContext,
  sessieId: unknown,
): Promise<SignedInBeheerder | undefined> {
  if (typeof sessieId !== 'string') return undefined
  const where = { id: sessieId, beeindigdOp: null, verlooptOp: { gt: ctx.clock() } }
  const sessie = await ctx.db.beheersessie.findFirst({ where })
  return sessie && isBeheerder(ctx.env, sessie.subject) ? { naam: sessie.naam, sessieId } : undefined
}
