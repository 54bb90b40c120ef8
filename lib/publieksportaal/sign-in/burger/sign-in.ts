import { redirect } from 'next/navigation'
import { DEMO_BURGERS, DEMO_VERKEER } from '#demo/stage/demo-burgers.ts'
import { DEMO_GEMACHTIGDEN } from '#demo/stage/demo-gemachtigden.ts'
import { textClaim } from '#lib/platform/sign-in/claims.ts'
import { createSignIn } from '#lib/platform/sign-in/create-sign-in.ts'
import type { Claims, Identification, SignInConfig } from '#lib/platform/sign-in/sign-in-config.ts'
import { recordedTransaction } from '../../audit/recorded-transaction.ts'
import { findOrCreateBurger } from '../../burger/find-or-create-burger.ts'
import { identiteitOfPseudoniem } from '../../burger/identiteit.ts'
import { keepBurgerOf } from '../../burger/keep-burger-of.ts'
import { type PublieksportaalContext, publieksportaal } from '../../context.ts'
import { signInSite } from './find-burger-of-request.ts'
import { type Ingelogde, readIdentiteit } from './read-identiteit.ts'
import {
  type Account,
  createSessie,
  endSessie,
  endSessiesOfProvider,
  extendSessie,
  findBurgerOfSessie,
  isGemachtigdeVanPersoon,
  type SignedInBurger,
} from './sessies.ts'
import { switchVestiging } from './switch-vestiging.ts'

/**
 * Returns the sign-in of citizens and gemachtigden. The id of a burger, looked up by the keyed hash of the
 * BSN, replaces the BSN before next-auth sees an account, so no cookie, address or log line has the BSN. The
 * cookie holds the id of a sessie and the names.
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
      goOnAs: (token, wanted) => switchVestiging(ctx, token, wanted),
    },
  }
}

async function identify(ctx: PublieksportaalContext, claims: Claims): Promise<Identification<Account>> {
  const { env } = ctx
  const read = readIdentiteit(env, claims)
  if (!read.ok) return read
  const { ingelogde } = read
  const isPersoon = 'bsn' in ingelogde.initiator
  const namensClaim = isPersoon
    ? env.PUBLIEKSPORTAAL_OIDC_AANVRAGER_NAAM_CLAIM
    : env.PUBLIEKSPORTAAL_OIDC_BEDRIJFSNAAM_CLAIM
  const namen = { naam: textClaim(claims, 'name') ?? null, namensNaam: textClaim(claims, namensClaim) ?? null }
  return { ok: true, account: await accountOf(ctx, { ingelogde, ...namen }) }
}

async function identifyDemoburger(
  ctx: PublieksportaalContext,
  persoon: unknown,
): Promise<Identification<Account> | undefined> {
  const demoburger = [...DEMO_BURGERS, DEMO_VERKEER].find(({ id }) => id === persoon)
  if (demoburger) {
    const ingelogde: Ingelogde = { initiator: { bsn: demoburger.bsn }, gemachtigde: null }
    return { ok: true, account: await accountOf(ctx, { ingelogde, naam: demoburger.aanhef.nl, namensNaam: null }) }
  }
  const demogemachtigde = DEMO_GEMACHTIGDEN.find(({ id }) => id === persoon)
  if (!demogemachtigde) return undefined
  const { naam, namens, initiator, wie } = demogemachtigde
  const gemachtigde = 'bsn' in wie ? wie.bsn : identiteitOfPseudoniem(wie.pseudoniem)
  return {
    ok: true,
    account: await accountOf(ctx, { ingelogde: { initiator, gemachtigde }, naam, namensNaam: namens }),
  }
}

export const burgerSignIn = createSignIn(() => signInConfig(publieksportaal()))

/** `requireIngelogde` also admits the gemachtigde of a citizen, who may read and answer zaken. */
export const { handleAuth, current: currentBurger, require: requireIngelogde } = burgerSignIn

/** Requires a burger who acts for himself or for a company; redirects the gemachtigde of a citizen. */
export async function requireBurger(): Promise<SignedInBurger> {
  const burger = await requireIngelogde()
  if (isGemachtigdeVanPersoon(burger)) redirect('/mijn/niet-namens')
  return burger
}

type Namen = {
  /** the name of the person who signs in */
  naam: string | null
  /** the name of the represented person or company, if any */
  namensNaam: string | null
}

/** Finds or creates both burgers. From here on only their ids identify initiator and gemachtigde. */
async function accountOf(
  ctx: PublieksportaalContext,
  { ingelogde: { initiator, gemachtigde }, naam, namensNaam }: Namen & { ingelogde: Ingelogde },
): Promise<Account> {
  const { id: burgerId } = await keepBurgerOf(ctx, initiator)
  if (gemachtigde === null) return { burgerId, naam }
  const { id: gemachtigdeId } = await findOrCreateBurger(ctx, gemachtigde)
  if ('bsn' in initiator) {
    return { burgerId, naam, namens: { soort: 'persoon', naam: namensNaam, gemachtigdeId, bedrijfId: null } }
  }
  const { kvkNummer, vestigingsnummer } = initiator
  // a gemachtigde of one vestiging cannot choose another
  const bedrijfId = vestigingsnummer === undefined ? burgerId : null
  return {
    burgerId,
    naam,
    namens: { soort: 'bedrijf', naam: namensNaam ?? `KvK ${kvkNummer}`, gemachtigdeId, bedrijfId },
  }
}
