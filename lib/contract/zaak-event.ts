import { z } from 'zod'
import { EVENT_TYPES } from './event-types.ts'

/** Longest event that a receiver accepts, alone or in a batch: 256 KiB (CloudEvents 1.0 section 4: at least 64 KiB). */
export const MAX_EVENT_BYTES = 256 * 1024

/** Structured content mode, CloudEvents HTTP binding section 3.2. */
export const EVENT_CONTENT_TYPE = 'application/cloudevents+json; charset=utf-8'
/** Batched content mode, section 3.3; only sent to an abonnement that asks for it. */
export const EVENT_BATCH_CONTENT_TYPE = 'application/cloudevents-batch+json; charset=utf-8'

/**
 * Extension attribute (CloudEvents Integer, from 1): the zaak's versie after the change. Present when the event says all
 * of the change, so that who has the versie before it needs no `GET` for this one. Absent when there is more, such as a
 * note or an end date, and from a zaaksysteem that does not say: then fetch the zaak.
 */
export const VOLLEDIGE_VERSIE = 'volledigeversie'

/**
 * Extension attribute (CloudEvents Boolean): `true` in a test, which says nothing of any zaak. Its zaak exists nowhere, and
 * it has no `sequence`. A receiver checks it as any event, answers as it would, and changes nothing.
 */
export const PROEFBERICHT = 'proefbericht'

export const statuscode = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,79}$/)
  .describe('Code of a status as events carry it, such as `in_behandeling` or `vergunning_verleend`.')

const moment = z.iso.datetime({ offset: true })

/** `data` of `zaakstatus-gewijzigd`: exactly these five members. Times are RFC 3339, UTC. */
const statusGewijzigdData = z.strictObject({
  event: z.literal('vergunning.status.veranderd'),
  zaakId: z.uuid(),
  oudeStatus: statuscode,
  nieuweStatus: statuscode,
  timestamp: moment,
})

/** `data` of `zaak-heropend`: the closed zaak returns to the status that it had before it was closed. */
const heropendData = statusGewijzigdData.extend({ event: z.literal('zaak.heropend') })

/** `data` of `zaakstatus-gecorrigeerd`: a wrong status is taken back; the zaak returns to the status before it. */
const gecorrigeerdData = statusGewijzigdData.extend({ event: z.literal('zaak.status.gecorrigeerd') })

/** `data` of `zaak-geregistreerd`. */
const geregistreerdData = z.strictObject({
  event: z.literal('zaak.geregistreerd'),
  zaakId: z.uuid(),
  nieuweStatus: statuscode,
  timestamp: moment,
})

/** `data` of the acts that leave the status as it is: what they changed is in the zaak, which a receiver fetches. */
const handelingData = <Event extends string>(event: Event) =>
  z.strictObject({ event: z.literal(event), zaakId: z.uuid(), timestamp: moment })

/** Schemas of `data` by event type. Receivers accept and ignore other types. */
export const DATA_SCHEMAS = {
  [EVENT_TYPES.zaakGeregistreerd]: geregistreerdData,
  [EVENT_TYPES.zaakstatusGewijzigd]: statusGewijzigdData,
  [EVENT_TYPES.zaakstatusGecorrigeerd]: gecorrigeerdData,
  [EVENT_TYPES.zaakHeropend]: heropendData,
  [EVENT_TYPES.zaakOpgeschort]: handelingData('zaak.opgeschort'),
  [EVENT_TYPES.zaakHervat]: handelingData('zaak.hervat'),
  [EVENT_TYPES.zaakVerlengd]: handelingData('zaak.verlengd'),
  [EVENT_TYPES.aanvullingGevraagd]: handelingData('zaak.aanvulling.gevraagd'),
  [EVENT_TYPES.aanvullingOntvangen]: handelingData('zaak.aanvulling.ontvangen'),
  [EVENT_TYPES.aanvullingVerlopen]: handelingData('zaak.aanvulling.verlopen'),
  [EVENT_TYPES.intrekkingAfgewezen]: handelingData('zaak.intrekking.afgewezen'),
  /** the last event of a zaak: there is nothing left to fetch */
  [EVENT_TYPES.zaakVerwijderd]: handelingData('zaak.verwijderd'),
} as const

export type ZaakEventData = z.infer<(typeof DATA_SCHEMAS)[keyof typeof DATA_SCHEMAS]>
