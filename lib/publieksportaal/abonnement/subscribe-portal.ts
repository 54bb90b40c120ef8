import {
  type AbonnementCreated,
  type AbonnementRequest,
  type AbonnementResource,
  abonnementCreated,
  abonnementResource,
  fits,
  newGeheim,
} from '#lib/contract/abonnement-resource.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import {
  type Bezorgwijze,
  CREDENTIALTYPES_MET_GEHEIM,
  findBron,
  forgetBron,
  REFRESH_INTERVAL_MS,
  validGeheimen,
} from '#lib/publieksportaal/bron/bron.ts'
import { expectGeheim, expectNoGeheim, GEHEIM_OVERLAP_HOURS, storeGeheim } from '#lib/publieksportaal/bron/geheim.ts'
import { adoptBezorgwijze, offerBezorgwijze, withdrawBezorgwijze } from '#lib/publieksportaal/bron/offer-bezorgwijze.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { webhookUrl } from '#lib/publieksportaal/env.ts'
import type { Credentialtype } from '#lib/publieksportaal/generated/enums.ts'
import { markAccepted } from '#lib/publieksportaal/sync/bron-stand.ts'
import {
  type Answer,
  callZaaksysteem,
  configuredApi,
  type Failure,
  type ZaaksysteemApi,
} from '#lib/publieksportaal/sync/call-zaaksysteem.ts'
import { storeZaak } from '#lib/publieksportaal/sync/store-zaak.ts'
import { fetchHoogsteSequence, fetchZakenPages } from '#lib/publieksportaal/sync/zaaksysteem-api.ts'

/** Fetches and stores every zaak, page by page, as already seen: zaken older than the portal are no news. */
export async function loadZaken(
  ctx: PublieksportaalContext,
  api: ZaaksysteemApi,
): Promise<{ ok: true; zaken: number } | Failure> {
  let zaken = 0
  for await (const page of fetchZakenPages(api)) {
    if (!page.ok) return page
    for (const zaak of page.zaken) await storeZaak(ctx, zaak, { alreadySeen: true })
    zaken += page.zaken.length
  }
  return { ok: true, zaken }
}

/** The portal's name at the desk of the zaaksysteem. */
const NAAM = 'Publieksportaal'

const POLL_MS = 250
const MAX_POLLS = 120

export type SubscribedPortal =
  | { ok: true; abonnementId: string; zaken: number; credentialtype: string; contentmodus: string }
  | Failure
  | { ok: false; reason: 'not_verified_in_time' | 'modus_not_proven' }
  /** the handshake failed; `foutcode` comes from the zaaksysteem */
  | { ok: false; reason: 'geweigerd'; foutcode: string | null }

type Options = Partial<Pick<Bezorgwijze, 'credentialtype' | 'contentmodus'>> & {
  maxPerMinuut?: number
  /** requests a new secret, even when the portal has one */
  vernieuwGeheim?: boolean
}

/**
 * Registers the portal's webhook at its zaaksysteem, waits until the handshake has made it active, and then
 * loads all zaken. This order matters: a change during the load arrives as an event.
 *
 * Registering again changes the method: the portal accepts the new method before it asks for it. It accepts
 * the old one until the bezorgingen in transit have arrived. An absent method stays as it was; the default is
 * JWT with one event per request.
 */
export async function subscribePortal(ctx: PublieksportaalContext, options: Options): Promise<SubscribedPortal> {
  const api = configuredApi(ctx)
  const { credentialtype, contentmodus } = await chooseWijze(ctx, options)
  if (!fits({ credentialtype: credentialtype, contentmodus })) return { ok: false, reason: 'modus_not_proven' }

  const wens = { credentialtype, contentmodus, maxPerMinuut: options.maxPerMinuut }
  const offer = await offerBezorgwijze(ctx, wens)
  // Until then another process may refuse the new method, because its cached record is older.
  await ctx.wait(REFRESH_INTERVAL_MS)
  const body: AbonnementRequest = {
    protocol: 'HTTP',
    sink: webhookUrl(ctx.env),
    naam: NAAM,
    types: Object.values(EVENT_TYPES),
    sinkcredential: { credentialtype: credentialtype },
    config: { contentmodus },
  }
  const created = await callZaaksysteem(api, { path: '/abonnementen', body, schema: abonnementCreated })
  if (!created.ok) {
    // Without a readable response the zaaksysteem may have agreed, so the portal keeps accepting both
    // methods.
    if (created.reason === 'refused') await withdrawBezorgwijze(ctx, wens, offer)
    return created
  }
  const path = pathBelow(api, created.location)
  if (!path) return { ok: false, reason: 'invalid_answer' }
  if (CREDENTIALTYPES_MET_GEHEIM.has(credentialtype)) {
    const kept = await keepGeheim(ctx, api, {
      created: created.value,
      path,
      credentialtype,
      renew: options.vernieuwGeheim,
    })
    if (!kept.ok) return kept
  }

  const verified = await awaitToestemming(ctx, api, path)
  if (!verified.ok) return verified
  const { id, status, foutcode } = verified.value
  if (status === 'geweigerd') return { ok: false, reason: 'geweigerd', foutcode }
  if (status !== 'actief') return { ok: false, reason: 'not_verified_in_time' }
  await adoptBezorgwijze(ctx, wens)

  const counted = await fetchHoogsteSequence(api, ctx.env.PUBLIEKSPORTAAL_BRON)
  if (!counted.ok) return counted
  const loaded = await loadZaken(ctx, api)
  if (!loaded.ok) return loaded
  await markAccepted(ctx, { totSequence: counted.hoogsteSequence, caughtUp: true })
  return { ok: true, abonnementId: id, zaken: loaded.zaken, credentialtype, contentmodus }
}

async function chooseWijze(
  ctx: PublieksportaalContext,
  { credentialtype, contentmodus }: Options,
): Promise<Pick<Bezorgwijze, 'credentialtype' | 'contentmodus'>> {
  forgetBron(ctx)
  const present = (await findBron(ctx))?.bezorgwijzen.find(({ geldigTot }) => geldigTot === null)
  const changes = credentialtype !== undefined && credentialtype !== present?.credentialtype
  return {
    credentialtype: credentialtype ?? present?.credentialtype ?? 'JWT',
    contentmodus: contentmodus ?? (changes ? undefined : present?.contentmodus) ?? 'structured',
  }
}

async function awaitToestemming(
  ctx: PublieksportaalContext,
  api: ZaaksysteemApi,
  path: string,
): Promise<Answer<AbonnementResource>> {
  for (let poll = 1; ; poll++) {
    const answer = await callZaaksysteem(api, { path, schema: abonnementResource })
    if (!answer.ok || answer.value.status !== 'wacht_op_toestemming' || poll === MAX_POLLS) return answer
    await ctx.wait(POLL_MS)
  }
}

/** `undefined` for a Location outside the API: the token must not be sent elsewhere. */
function pathBelow({ base }: ZaaksysteemApi, location: string | null): string | undefined {
  if (!location || !URL.canParse(location, `${base}/`)) return undefined
  const { href } = new URL(location, `${base}/`)
  return href.startsWith(`${base}/`) ? href.slice(base.length) : undefined
}

/**
 * Stores the secret from the response, which shows it only once. Requests a new secret when the response has
 * none and the portal lost its own, or with `renew`.
 */
async function keepGeheim(
  ctx: PublieksportaalContext,
  api: ZaaksysteemApi,
  options: { created: AbonnementCreated; path: string; credentialtype: Credentialtype; renew?: boolean },
): Promise<{ ok: true } | Exclude<Answer<never>, { ok: true }>> {
  const { created, path, credentialtype, renew = false } = options
  const { sinkcredential } = created
  if ('accesstoken' in sinkcredential || 'secret' in sinkcredential) {
    await storeGeheim(ctx, sinkcredential)
    return { ok: true }
  }
  const bron = await findBron(ctx)
  const hasOne = bron !== null && validGeheimen(ctx, bron, credentialtype).some(({ vervaltOp }) => vervaltOp === null)
  if (hasOne && !renew) {
    await expectNoGeheim(ctx)
    return { ok: true }
  }

  await expectGeheim(ctx)
  const body = { overlapUren: GEHEIM_OVERLAP_HOURS }
  const renewed = await callZaaksysteem(api, { path: `${path}/geheim`, body, schema: newGeheim })
  if (!renewed.ok) return renewed
  await storeGeheim(ctx, renewed.value.sinkcredential)
  return { ok: true }
}
