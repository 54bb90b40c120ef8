import { bsn } from '#lib/contract/zaak-resource.ts'
import { DEMO_BURGERS } from '#lib/demo/demo-burgers.ts'
import { textClaim } from '#lib/platform/sign-in/claims.ts'
import { createSignIn } from '#lib/platform/sign-in/create-sign-in.ts'
import type { Claims, Identification, SignInConfig } from '#lib/platform/sign-in/sign-in-config.ts'
import { recordedTransaction } from '../../audit/recorded-transaction.ts'
import { findOrCreateBurger } from '../../burger/find-or-create-burger.ts'
import { type PublieksportaalContext, publieksportaal } from '../../context.ts'
import {
  createSessie,
  endSessie,
  endSessiesOfProvider,
  extendSessie,
  findBurgerOfSessie,
  type SignedInBurger,
} from './sessies.ts'
import { signInSite } from './sign-in-site.ts'

type Account = { burgerId: string; naam: string | null }

/**
 * How citizens sign in. The id of a burger, found by the keyed hash of the BSN, replaces the BSN before next-auth sees
 * an account, so that the BSN is in no cookie, address or log line. The cookie holds the id of a sessie and a name.
 */
export function signInConfig(ctx: PublieksportaalContext): SignInConfig<Account, SignedInBurger> {
  const { env } = ctx
  return {
    site: signInSite(env),
    clock: ctx.clock,
    log: ctx.log,
    oidc: {
      issuer: env.PUBLIEKSPORTAAL_OIDC_ISSUER,
      clientId: env.PUBLIEKSPORTAAL_OIDC_CLIENT_ID,
      clientSecret: env.PUBLIEKSPORTAAL_OIDC_CLIENT_SECRET,
      scope: env.PUBLIEKSPORTAAL_OIDC_SCOPE,
      level: { asked: env.PUBLIEKSPORTAAL_OIDC_ACR_VALUES, accepted: env.PUBLIEKSPORTAAL_OIDC_ACR_ACCEPTED },
      // not the id token, which can appear in addresses (id_token_hint)
      claimsFrom: 'userinfo',
      identify: (claims) => identify(ctx, claims),
    },
    identifyDemopersoon_DEMO_ONLY: env.DEMO ? (persoon) => identifyDemoburger(ctx, persoon) : undefined,
    onRefused: (geweigerd) =>
      recordedTransaction(ctx, (_, record) =>
        record({ actor: { soort: 'burger', id: null }, handeling: 'inloggen', geweigerd }),
      ),
    sessies: {
      create: (account, session) => createSessie(ctx, account, session),
      find: (token) => findBurgerOfSessie(ctx, token),
      end: (sessieId) => endSessie(ctx, sessieId),
      endOfProvider: (logout) => endSessiesOfProvider(ctx, logout),
      extend: (token) => extendSessie(ctx, token),
    },
  }
}

async function identify(ctx: PublieksportaalContext, claims: Claims): Promise<Identification<Account>> {
  const claimed = bsn.safeParse(claims[ctx.env.PUBLIEKSPORTAAL_OIDC_BSN_CLAIM])
  if (!claimed.success) return { ok: false, fout: 'geen_bsn' }
  const { id } = await findOrCreateBurger(ctx, claimed.data)
  return { ok: true, account: { burgerId: id, naam: textClaim(claims, 'name') ?? null } }
}

async function identifyDemoburger(
  ctx: PublieksportaalContext,
  persoon: unknown,
): Promise<Identification<Account> | undefined> {
  const demoburger = DEMO_BURGERS.find(({ id }) => id === persoon)
  if (!demoburger) return undefined
  const { id } = await findOrCreateBurger(ctx, demoburger.bsn)
  return { ok: true, account: { burgerId: id, naam: capitalized(demoburger.aanhef) } }
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export const burgerSignIn = createSignIn(() => signInConfig(publieksportaal()))

export const { handleAuth, current: currentBurger, require: requireBurger } = burgerSignIn
