import type { OidcClient, SignInSite } from '#lib/platform/sign-in/base-auth-config.ts'
import type { PublieksportaalEnv } from '../../env.ts'

/** DigiD's norm for web applications: 15 minutes without use end a sessie. */
export const IDLE_SECONDS = 15 * 60
/** However much it is used, a sessie lasts no longer. */
export const SESSIE_SECONDS = 2 * 60 * 60

/** The portal's own sign-in. */
export function signInSite(env: PublieksportaalEnv): SignInSite {
  return {
    url: env.PUBLIEKSPORTAAL_URL,
    basePath: '/api/publieksportaal/auth',
    cookiePrefix: 'zaakbode-mijn',
    secret: env.PUBLIEKSPORTAAL_AUTH_SECRET,
    root: '/mijn',
    signInPage: '/mijn/inloggen',
    maxAgeSeconds: SESSIE_SECONDS,
  }
}

/** The identity provider, when one is configured; outside the demo one always is. */
export function oidcClient(env: PublieksportaalEnv): OidcClient | undefined {
  const { PUBLIEKSPORTAAL_OIDC_ISSUER: issuer, PUBLIEKSPORTAAL_OIDC_CLIENT_ID: clientId } = env
  const clientSecret = env.PUBLIEKSPORTAAL_OIDC_CLIENT_SECRET
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined
}
