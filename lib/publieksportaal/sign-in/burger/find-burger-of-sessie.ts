import type { JWT } from 'next-auth/jwt'
import type { PublieksportaalContext } from '../../context.ts'

/** Who has the page open. The name comes from the sign-in and is in the cookie only. */
export type SignedInBurger = { burgerId: string; naam: string | null; sessieId: string }

/** The burger of the sessie that a cookie's `token` names, when that is neither ended nor outdated. */
export async function findBurgerOfSessie(
  ctx: PublieksportaalContext,
  token: JWT | null,
): Promise<SignedInBurger | undefined> {
  if (typeof token?.sessieId !== 'string') return undefined
  const { sessieId } = token
  const sessie = await ctx.db.sessie.findFirst({
    where: { id: sessieId, beeindigdOp: null, verlooptOp: { gt: ctx.clock() } },
    select: { burgerId: true },
  })
  return sessie ? { burgerId: sessie.burgerId, naam: token.name ?? null, sessieId } : undefined
}
