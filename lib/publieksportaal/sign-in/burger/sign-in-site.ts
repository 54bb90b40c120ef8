import type { SignInSite } from '#lib/platform/sign-in/sign-in-config.ts'
import type { PublieksportaalEnv } from '../../env.ts'
import { SESSIE_SECONDS } from './sessies.ts'

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
