import { z } from 'zod'

/**
 * Longest event that a receiver accepts, alone or in a batch: 256 KiB (CloudEvents 1.0 section 4: at least 64
 * KiB).
 */
export const MAX_EVENT_BYTES = 256 * 1024

/** Structured content mode, CloudEvents HTTP binding section 3.2. */
export const EVENT_CONTENT_TYPE = 'application/cloudevents+json; charset=utf-8'
/** Batched content mode, section 3.3; only sent to an abonnement that asks for it. */
export const EVENT_BATCH_CONTENT_TYPE = 'application/cloudevents-batch+json; charset=utf-8'

/**
 * Extension attribute (CloudEvents Integer, from 1): the zaak's versie after the change. Present when the
 * event says all of the change, so that who has the versie before it needs no `GET` for this one. Absent when
 * there is more, such as a note or an end date, and from a zaaksysteem that does not say: then fetch the
 * zaak.
 */
export const VOLLEDIGE_VERSIE = 'volledigeversie'

/**
 * Extension attribute (CloudEvents Boolean): `true` when the zaak reaches its end with the status that the
 * event tells. Absent otherwise.
 */
export const EINDSTATUS = 'eindstatus'

/**
 * Extension attribute (CloudEvents Boolean): `true` in a test, which says nothing of any zaak. Its zaak
 * exists nowhere, and it has no `sequence`. A receiver checks it as any event, answers as it would, and
 * changes nothing.
 */
export const PROEFBERICHT = 'proefbericht'

export const statuscode = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,79}$/)
  .describe('Code of a status as events carry it, such as `in_behandeling` or `vergunning_verleend`.')
