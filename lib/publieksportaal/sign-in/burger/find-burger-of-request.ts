import { readSessionToken } from '#lib/platform/sign-in/read-session-token.ts'
import type { PublieksportaalContext } from '../../context.ts'
import { findBurgerOfSessie, type SignedInBurger } from './sessies.ts'
import { signInSite } from './sign-in-site.ts'

/** Does not extend the sessie, so that background requests of a browser do not keep somebody signed in. */
export async function findBurgerOfRequest(
  ctx: PublieksportaalContext,
  { headers }: Pick<Request, 'headers'>,
): Promise<SignedInBurger | undefined> {
  const token = await readSessionToken(signInSite(ctx.env), headers)
  return token && findBurgerOfSessie(ctx, token)
}
