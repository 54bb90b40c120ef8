import type { NextAuthConfig } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { baseAuthConfig, oidcProvider } from '#lib/platform/sign-in/base-auth-config.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { ZaaksysteemEnv } from '../env.ts'
import { createSessie } from './create-sessie.ts'
import { DEMO_BEHANDELAARS } from './demo-behandelaars.ts'
import { endSessie } from './end-sessie.ts'
import { findBehandelaarOfSessie } from './find-behandelaar-of-sessie.ts'
import { oidcClient, signInSite } from './sign-in-site.ts'

/** How behandelaars sign in. The cookie holds the id of a sessie and nothing else; the database has the last word. */
export function authConfig(ctx: ZaaksysteemContext) {
  const site = signInSite(ctx.env)
  const base = baseAuthConfig(site, ctx.log)
  const findBySubject = (subject: string) => ctx.db.behandelaar.findUnique({ where: { subject } })

  return {
    ...base,
    providers: providers(ctx.env),
    callbacks: {
      ...base.callbacks,
      // being known to the identity provider is not enough: the account must be a behandelaar here
      async signIn({ account }) {
        const behandelaar = account && (await findBySubject(account.providerAccountId))
        return behandelaar ? true : `${site.signInPage}?fout=onbekend`
      },
      async jwt({ token, account }) {
        if (!account) return (await findBehandelaarOfSessie(ctx, token.sessieId)) ? token : null
        const behandelaar = await findBySubject(account.providerAccountId)
        return behandelaar && { sessieId: await createSessie(ctx, behandelaar.id) }
      },
    },
    events: {
      async signOut(message) {
        const sessieId = 'token' in message ? message.token?.sessieId : undefined
        if (typeof sessieId === 'string') await endSessie(ctx, sessieId)
      },
    },
  } satisfies NextAuthConfig
}

function providers(env: ZaaksysteemEnv): NextAuthConfig['providers'] {
  const client = oidcClient(env)
  const oidc = client && oidcProvider(signInSite(env), client, { scope: 'openid profile' })
  return [
    ...(oidc ? [{ ...oidc, profile: ({ sub }: { sub: string }) => ({ id: sub }) }] : []),
    ...(env.DEMO ? [demopersoonProvider_DEMO_ONLY()] : []),
  ]
}

/** Signs in whoever is picked, without any proof. */
function demopersoonProvider_DEMO_ONLY() {
  return Credentials({
    id: 'demopersoon',
    credentials: { persoon: {} },
    authorize({ persoon }) {
      const behandelaar = DEMO_BEHANDELAARS.find(({ subject }) => subject === persoon)
      return behandelaar ? { id: behandelaar.subject } : null
    },
  })
}
