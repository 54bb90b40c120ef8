import type { OidcClient, SignInSite } from '#lib/platform/sign-in/base-auth-config.ts'
import type { ZaaksysteemEnv } from '../env.ts'

/** A working day; after it a behandelaar signs in again, used or not. */
export const SESSIE_SECONDS = 8 * 60 * 60

/** The desk's own sign-in. */
export function signInSite(env: ZaaksysteemEnv): SignInSite {
  return {
    url: env.ZAAKSYSTEEM_URL,
    basePath: '/api/zaaksysteem/auth',
    cookiePrefix: 'zaakbode-balie',
    secret: env.ZAAKSYSTEEM_AUTH_SECRET,
    root: '/balie',
    signInPage: '/balie/inloggen',
    maxAgeSeconds: SESSIE_SECONDS,
  }
}

/** The identity provider, when one is configured; outside the demo one always is. */
export function oidcClient(env: ZaaksysteemEnv): OidcClient | undefined {
  const { ZAAKSYSTEEM_OIDC_ISSUER: issuer, ZAAKSYSTEEM_OIDC_CLIENT_ID: clientId } = env
  const clientSecret = env.ZAAKSYSTEEM_OIDC_CLIENT_SECRET
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined
}
