import { z } from 'zod'

/**
 * Largest event that a receiver accepts, alone or in a batch: 256 KiB (CloudEvents 1.0 section 4: at least 64
 * KiB).
 */
export const MAX_EVENT_BYTES = 256 * 1024

/** Structured content mode, CloudEvents HTTP binding section 3.2. */
export const EVENT_CONTENT_TYPE = 'application/cloudevents+json; charset=utf-8'
/** Batched content mode, section 3.3; only sent to an abonnement with that contentmodus. */
export const EVENT_BATCH_CONTENT_TYPE = 'application/cloudevents-batch+json; charset=utf-8'

/**
 * Extension attribute (CloudEvents Integer, from 1): the zaak's versie after the change. Present when the
 * event holds the complete change, so that a receiver with the versie before it needs no `GET`. Absent when
 * the change has more, such as a note or an end date, and in events of a zaaksysteem without this attribute:
 * then fetch the zaak.
 */
export const VOLLEDIGE_VERSIE = 'volledigeversie'

/**
 * Extension attribute (CloudEvents Boolean): `true` when the event's status is the last one of the zaak.
 * Absent otherwise.
 */
export const EINDSTATUS = 'eindstatus'

/**
 * Extension attribute (CloudEvents Boolean): `true` in a test, which is about no real zaak. Its zaak does not
 * exist, and it has no `sequence`. A receiver verifies and answers it as any event, and changes nothing.
 */
export const PROEFBERICHT = 'proefbericht'

export const statuscode = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,79}$/)
  .describe('The code of a status, as in events, such as `in_behandeling` or `vergunning_verleend`.')
