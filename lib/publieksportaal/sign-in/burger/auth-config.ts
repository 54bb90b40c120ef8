import type { NextAuthConfig } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { DEMO_BURGERS } from '#lib/demo/demo-burgers.ts'
import { baseAuthConfig, oidcProvider } from '#lib/platform/sign-in/base-auth-config.ts'
import { findOrCreateBurger } from '../../burger/find-or-create-burger.ts'
import type { PublieksportaalContext } from '../../context.ts'
import { createSessie } from './create-sessie.ts'
import { endSessie } from './end-sessie.ts'
import { findBurgerOfSessie } from './find-burger-of-sessie.ts'
import { oidcClient, signInSite } from './sign-in-site.ts'

const BSN = /^\d{9}$/
/** Account id of somebody who was signed in elsewhere, but whose BSN did not come along. */
const NO_BSN = 'no-bsn'

/**
 * How citizens sign in. The BSN becomes a burger (a keyed hash) before next-auth sees an account, so that it is in no
 * cookie, address or log line. The cookie holds the id of a sessie and a name; the database has the last word.
 */
export function authConfig(ctx: PublieksportaalContext) {
  const site = signInSite(ctx.env)
  const base = baseAuthConfig(site, ctx.log)

  return {
    ...base,
    providers: providers(ctx),
    callbacks: {
      ...base.callbacks,
      signIn: ({ account }) =>
        account && account.providerAccountId !== NO_BSN ? true : `${site.signInPage}?fout=geen_bsn`,
      async jwt({ token, account, user }) {
        if (!account) return (await findBurgerOfSessie(ctx, token)) ? token : null
        return { ...(await createSessie(ctx, account.providerAccountId)), name: user.name }
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

function providers(ctx: PublieksportaalContext): NextAuthConfig['providers'] {
  const { env } = ctx
  const client = oidcClient(env)
  const oidc = client && oidcProvider(signInSite(env), client, { scope: env.PUBLIEKSPORTAAL_OIDC_SCOPE })
  return [
    // the BSN is only asked for at the userinfo endpoint: an id token comes back in addresses (id_token_hint)
    ...(oidc ? [{ ...oidc, idToken: false, profile: (claims: Claims) => burgerOfClaims(ctx, claims) }] : []),
    ...(env.DEMO ? [demopersoonProvider_DEMO_ONLY(ctx)] : []),
  ]
}

type Claims = Record<string, unknown>

async function burgerOfClaims(ctx: PublieksportaalContext, claims: Claims) {
  const bsn = claims[ctx.env.PUBLIEKSPORTAAL_OIDC_BSN_CLAIM]
  // an exception here would send the browser to an address that does not exist
  if (typeof bsn !== 'string' || !BSN.test(bsn)) return { id: NO_BSN }
  const { id } = await findOrCreateBurger(ctx, bsn)
  return { id, name: typeof claims.name === 'string' ? claims.name : null }
}

/** Signs in whoever is picked, without any proof. */
function demopersoonProvider_DEMO_ONLY(ctx: PublieksportaalContext) {
  return Credentials({
    id: 'demopersoon',
    credentials: { persoon: {} },
    async authorize({ persoon }) {
      const demopersoon = DEMO_BURGERS.find(({ id }) => id === persoon)
      if (!demopersoon) return null
      const { id } = await findOrCreateBurger(ctx, demopersoon.bsn)
      return { id, name: capitalized(demopersoon.aanhef) }
    },
  })
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
