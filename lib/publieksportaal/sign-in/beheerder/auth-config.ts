import type { NextAuthConfig } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { baseAuthConfig, oidcProvider } from '#lib/platform/sign-in/base-auth-config.ts'
import type { PublieksportaalContext } from '../../context.ts'
import type { PublieksportaalEnv } from '../../env.ts'
import { DEMO_BEHEERDERS, isBeheerder } from './beheerders.ts'
import { createBeheersessie } from './create-beheersessie.ts'
import { endBeheersessie } from './end-beheersessie.ts'
import { findBeheerderOfSessie } from './find-beheerder-of-sessie.ts'
import { oidcClient, signInSite } from './sign-in-site.ts'

/** How beheerders sign in. The cookie holds the id of a sessie and nothing else; the database has the last word. */
export function authConfig(ctx: PublieksportaalContext) {
  const site = signInSite(ctx.env)
  const base = baseAuthConfig(site, ctx.log)

  return {
    ...base,
    providers: providers(ctx.env),
    callbacks: {
      ...base.callbacks,
      signIn: ({ account }) =>
        account && isBeheerder(ctx.env, account.providerAccountId) ? true : `${site.signInPage}?fout=onbekend`,
      async jwt({ token, account, user }) {
        if (!account) return (await findBeheerderOfSessie(ctx, token.sessieId)) ? token : null
        const subject = account.providerAccountId
        return { sessieId: await createBeheersessie(ctx, { subject, naam: user.name ?? subject }) }
      },
    },
    events: {
      async signOut(message) {
        const sessieId = 'token' in message ? message.token?.sessieId : undefined
        if (typeof sessieId === 'string') await endBeheersessie(ctx, sessieId)
      },
    },
  } satisfies NextAuthConfig
}

function providers(env: PublieksportaalEnv): NextAuthConfig['providers'] {
  const client = oidcClient(env)
  const oidc = client && oidcProvider(signInSite(env), client, { scope: 'openid profile' })
  return [
    // by the standard (OIDC Core 5.4) the name is told at the userinfo endpoint, not in the id token
    ...(oidc ? [{ ...oidc, idToken: false, profile: toUser }] : []),
    ...(env.DEMO ? [demopersoonProvider_DEMO_ONLY()] : []),
  ]
}

function toUser({ sub, name }: { sub: string; name?: unknown }) {
  return { id: sub, name: typeof name === 'string' ? name : null }
}

/** Signs in whoever is picked, without any proof. */
function demopersoonProvider_DEMO_ONLY() {
  return Credentials({
    id: 'demopersoon',
    credentials: { persoon: {} },
    authorize({ persoon }) {
      const beheerder = DEMO_BEHEERDERS.find(({ subject }) => subject === persoon)
      return beheerder ? { id: beheerder.subject, name: beheerder.naam } : null
    },
  })
}
