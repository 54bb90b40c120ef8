import { redirect } from 'next/navigation'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { DEMO_BURGERS, DEMO_VERKEER } from '#demo/stage/demo-burgers.ts'
import { DEMO_GEMACHTIGDEN } from '#demo/stage/demo-gemachtigden.ts'
import { textClaim } from '#lib/platform/sign-in/claims.ts'
import { createSignIn } from '#lib/platform/sign-in/create-sign-in.ts'
import type { Claims, Identification, SessieToken, SignInConfig } from '#lib/platform/sign-in/sign-in-config.ts'
import { burgerActor, recordedTransaction } from '#lib/publieksportaal/audit/recorded-transaction.ts'
import { findOrCreateBurger, keepBurgerOf } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { identiteitOfPseudoniem } from '#lib/publieksportaal/burger/identiteit.ts'
import { type PublieksportaalContext, publieksportaal } from '#lib/publieksportaal/context.ts'
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
  nextEnd,
  type SignedInBurger,
} from './sessies.ts'

const wish = z.object({ burgerId: z.uuid() })

/**
 * Switches to one vestiging of the company, or back to the whole company, in a new sessie. An open page
 * detects by its sessie that it shows another vestiging. The new sessie ends when the former would have, here
 * and at the provider.
 *
 * @returns the content for the cookie; `undefined` when this person may not choose that
 */
async function switchVestiging(
  ctx: PublieksportaalContext,
  token: SessieToken,
  wanted: unknown,
): Promise<SessieToken | undefined> {
  const read = wish.safeParse(wanted)
  if (!read.success || typeof token.begonnenOp !== 'number') return undefined
  const { burgerId } = read.data
  const { sessieId, begonnenOp } = token
  const now = ctx.clock()
  const id = uuidv7()
  const isSwitched = await recordedTransaction(ctx, async (tx, record) => {
    const ofCompany = { OR: [{ bedrijfId: burgerId }, { bedrijfId: { in: await companiesOf(tx, burgerId) } }] }
    const [former] = await tx.sessie.updateManyAndReturn({
      where: { id: sessieId, beeindigdOp: null, verlooptOp: { gt: now }, ...ofCompany },
      data: { beeindigdOp: now },
    })
    if (!former) return false
    const { gemachtigdeId, bedrijfId, namens, subjectHash, sidHash } = former
    const verlooptOp = nextEnd(now, begonnenOp)
    await tx.sessie.create({
      data: { id, burgerId, gemachtigdeId, bedrijfId, namens, subjectHash, sidHash, verlooptOp },
    })
    await tx.$executeRaw`select pg_notify('sessie_beeindigd', ${sessieId})`
    const actor = burgerActor({ burgerId, gemachtigdeId })
    await record({ actor, handeling: 'vestiging_kiezen', object: { soort: 'sessie', id } })
    return true
  })
  return isSwitched ? { ...token, sessieId: id } : undefined
}

async function companiesOf(tx: Pick<PublieksportaalContext['db'], 'vestiging'>, burgerId: string): Promise<string[]> {
  const rows = await tx.vestiging.findMany({ where: { burgerId }, select: { bedrijfId: true } })
  return rows.map(({ bedrijfId }) => bedrijfId)
}

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
