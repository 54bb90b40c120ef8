import { readSessionToken } from '#lib/platform/sign-in/session-cookie.ts'
import type { SignInSite } from '#lib/platform/sign-in/sign-in-config.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { findBehandelaarOfSessie, SESSIE_SECONDS, type SignedInBehandelaar } from './sessies.ts'

export function signInSite({ env }: Pick<ZaaksysteemContext, 'env'>): SignInSite {
  return {
    url: env.ZAAKSYSTEEM_URL,
    basePath: '/api/zaaksysteem/auth',
    cookiePrefix: 'zaakbode-balie',
    secret: env.ZAAKSYSTEEM_AUTH_SECRET,
    root: '/balie',
    signInPage: '/balie/inloggen',
    maxAgeSeconds: SESSIE_SECONDS,
    expiredCode: 'verlopen',
  }
}

/** Returns the behandelaar who sent a request that does not pass through Next.js. */
export async function findBehandelaarOfRequest(
  ctx: ZaaksysteemContext,
  { headers }: Pick<Request, 'headers'>,
): Promise<SignedInBehandelaar | undefined> {
  const token = await readSessionToken(signInSite(ctx), headers)
  return token && findBehandelaarOfSessie(ctx, token.sessieId)
}
