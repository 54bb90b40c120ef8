import type { OidcClient, SignInSite } from '#lib/platform/sign-in/base-auth-config.ts'
import type { PublieksportaalEnv } from '../../env.ts'

/** A working day; after it a beheerder signs in again, used or not. */
export const SESSIE_SECONDS = 8 * 60 * 60

/** The sign-in of the portal's beheerders, apart from the citizens': its own cookies, which open nothing else. */
export function signInSite(env: PublieksportaalEnv): SignInSite {
  return {
    url: env.PUBLIEKSPORTAAL_URL,
    basePath: '/api/publieksportaal/beheer-auth',
    cookiePrefix: 'zaakbode-portaalbeheer',
    secret: env.PUBLIEKSPORTAAL_AUTH_SECRET,
    root: '/portaalbeheer',
    signInPage: '/portaalbeheer/inloggen',
    maxAgeSeconds: SESSIE_SECONDS,
  }
}

/** The identity provider, when one is configured; outside the demo one always is. */
export function oidcClient(env: PublieksportaalEnv): OidcClient | undefined {
  const { PUBLIEKSPORTAAL_BEHEER_OIDC_ISSUER: issuer, PUBLIEKSPORTAAL_BEHEER_OIDC_CLIENT_ID: clientId } = env
  const clientSecret = env.PUBLIEKSPORTAAL_BEHEER_OIDC_CLIENT_SECRET
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined
}
