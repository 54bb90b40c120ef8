import { readSessionToken } from '#lib/platform/sign-in/session-cookie.ts'
import type { SignInSite } from '#lib/platform/sign-in/sign-in-config.ts'
import type { PublieksportaalContext } from '../../context.ts'
import type { PublieksportaalEnv } from '../../env.ts'
import { findBurgerOfSessie, SESSIE_SECONDS, type SignedInBurger } from './sessies.ts'

/** Does not extend the sessie, so that background requests of a browser do not keep somebody signed in. */
export async function findBurgerOfRequest(
  ctx: PublieksportaalContext,
  { headers }: Pick<Request, 'headers'>,
): Promise<SignedInBurger | undefined> {
  const token = await readSessionToken(signInSite(ctx.env), headers)
  return token && findBurgerOfSessie(ctx, token)
}

export function signInSite(env: PublieksportaalEnv): SignInSite {
  return {
    url: env.PUBLIEKSPORTAAL_URL,
    basePath: '/api/publieksportaal/auth',
    cookiePrefix: 'zaakbode-mijn',
    secret: env.PUBLIEKSPORTAAL_AUTH_SECRET,
    root: '/mijn',
    signInPage: '/mijn/inloggen',
    maxAgeSeconds: SESSIE_SECONDS,
    expiredCode: 'verlopen',
  }
}
