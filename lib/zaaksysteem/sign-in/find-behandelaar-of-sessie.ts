import type { ZaaksysteemContext } from '../context.ts'

/** Who is at the desk. */
export type SignedInBehandelaar = { id: string; naam: string; team: string; rollen: string[]; sessieId: string }

/** The behandelaar of a sessie that is neither ended nor outdated. */
export async function findBehandelaarOfSessie(
  ctx: ZaaksysteemContext,
  sessieId: unknown,
): Promise<SignedInBehandelaar | undefined> {
  if (typeof sessieId !== 'string') return undefined
  const sessie = await ctx.db.sessie.findFirst({
    where: { id: sessieId, beeindigdOp: null, verlooptOp: { gt: ctx.clock() } },
    select: { behandelaar: { select: { id: true, naam: true, team: true, rollen: true } } },
  })
  return sessie ? { ...sessie.behandelaar, sessieId } : undefined
}
