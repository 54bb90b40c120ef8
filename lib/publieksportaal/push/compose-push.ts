import { hash } from 'node:crypto'
import { platformEnv } from '#lib/platform/env.ts'
import { pushTexts } from '#lib/ui/texts/mijn/apparaten.ts'
import type { PublieksportaalContext } from '../context.ts'
import { findHerinnering } from '../herinnering/order-herinneringen.ts'
import { asksNow, toldStatussen } from '../mail/told-statussen.ts'
import { findZaakOfBurger } from '../zaak/find-zaken-of-burger.ts'
import { decryptSubscription, type PushSubscription } from './apparaat/push-subscription.ts'
import type { ClaimedPush } from './claim-push.ts'

/** The length of a `Topic` (RFC 8030): 32 characters at most. */
const TOPIC_LENGTH = 32

/** The notification on the device. It names no zaak, because a locked phone shows it to anybody. */
type PushMessage = {
  titel: string
  tekst: string
  taal: 'nl' | 'en'
  /** the path that it opens; requires sign-in */
  pad: string
  /** a later message with the same kenmerk replaces it */
  kenmerk: string
}

export type ComposedPush = {
  subscription: PushSubscription
  endpointHash: string
  burgerId: string
  topic: string
  message: PushMessage
}

/** `tot`: the last versie that was considered. */
type Composed = { tot: number; push: ComposedPush | null }

type Row = {
  burgerId: string
  endpointHash: string
  versleuteld: Buffer
  sleutelId: string
  taal: 'nl' | 'en'
  voortgang: boolean
  termijnen: boolean
  isFetching: boolean
}

const FIND_APPARAAT = `
  select burger.id as "burgerId", endpoint_hash as "endpointHash", versleuteld, apparaat.sleutel_id as "sleutelId", taal,
    push_voortgang as voortgang, push_termijnen as termijnen,
    exists (select from ophaalopdracht where zaak_id = $2) as "isFetching"
  from apparaat join burger on burger.id = burger_id
  where apparaat.id = $1`

/**
 * @returns `undefined` when the device or zaak is gone since the claim, or the zaak moved to another citizen
 */
export async function composePush(
  ctx: PublieksportaalContext,
  { apparaatId, zaakId, vanVersie: van, herinneringId }: ClaimedPush,
): Promise<Composed | undefined> {
  const [apparaat] = (await ctx.pool.query<Row>(FIND_APPARAAT, [apparaatId, zaakId])).rows
  if (!apparaat) return undefined
  const { burgerId, endpointHash, taal, voortgang, termijnen, isFetching } = apparaat
  const zaak = await findZaakOfBurger(ctx, { burgerId, zaakId })
  if (!zaak) return undefined
  const tot = zaak.versie
  const { told } = toldStatussen(zaak, { van, tot, voorkeuren: { voortgang, termijnen } })
  const isNews = told.length > 0
  if (!isNews && !(herinneringId && (await findHerinnering(ctx, { herinneringId, burgerId }))))
    return { tot, push: null }

  // Hashes both ids, so that a push service cannot link two devices to one zaak.
  const topic = hash('sha256', `${apparaatId} ${zaakId}`, 'base64url').slice(0, TOPIC_LENGTH)
  const titel = platformEnv().GEMEENTE_NAAM
  // an incomplete zaak may have become gevoelig
  const isTask = !isFetching && !zaak.gevoelig && asksNow(zaak, ctx.clock())
  const tekst = pushTexts[taal][!isNews ? 'laatsteDag' : isTask ? 'moet' : 'nieuws']
  const message = { titel, tekst, taal, pad: `/mijn/zaken/${zaakId}`, kenmerk: topic }
  const subscription = decryptSubscription(ctx, { apparaatId, ...apparaat })
  return { tot, push: { subscription, endpointHash, burgerId, topic, message } }
}
