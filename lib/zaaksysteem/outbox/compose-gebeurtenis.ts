import { CloudEvent } from 'cloudevents'
import {
  DATA_SCHEMAS,
  EVENT_TYPES,
  tellsBesluit,
  tellsDocument,
  tellsStatus,
  type Wijziging,
} from '#lib/contract/event-types.ts'
import { EINDSTATUS, VOLLEDIGE_VERSIE } from '#lib/contract/zaak-event.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'

type Change = {
  /** UUID v7 */
  id: string
  vastgelegdOp: Date
  zaakId: string
  soort: Wijziging
  /** null at registration */
  oudeStatus: string | null
  /** null at removal */
  nieuweStatus: string | null
  /** true when the change closes the zaak */
  isEinde?: boolean | undefined
  /** the zaak's versie with the change, when only its status changed */
  volledigeVersie?: number | undefined
  /** set by acts on a besluit */
  besluitId?: string | undefined
  /** set by acts on a document */
  documentId?: string | undefined
  traceparent: string
}

/**
 * Composes the event of a change. It has no BSN, name or free text: a receiver fetches those from the API. It
 * has no `sequence` yet: `insertGebeurtenissen` appends it.
 */
export function composeGebeurtenis(
  { env }: Pick<ZaaksysteemContext, 'env'>,
  {
    id,
    vastgelegdOp,
    zaakId,
    soort,
    oudeStatus,
    nieuweStatus,
    isEinde,
    besluitId,
    documentId,
    volledigeVersie,
    traceparent,
  }: Change,
) {
  const type = EVENT_TYPES[soort]
  const event = DATA_SCHEMAS[type].shape.event.value
  const time = vastgelegdOp.toISOString()
  const statuses = { ...(oudeStatus && { oudeStatus }), nieuweStatus }
  const cloudEvent = new CloudEvent({
    id,
    source: env.ZAAKSYSTEEM_SOURCE,
    type,
    subject: zaakId,
    time,
    datacontenttype: 'application/json',
    dataref: `/api/zaaksysteem/v1/zaken/${zaakId}`,
    ...(isEinde && tellsStatus(soort) && { [EINDSTATUS]: true }),
    ...(volledigeVersie && { [VOLLEDIGE_VERSIE]: volledigeVersie }),
    traceparent,
    data: {
      event,
      zaakId,
      ...(tellsStatus(soort) && statuses),
      ...(tellsBesluit(soort) && { besluitId }),
      ...(tellsDocument(soort) && { documentId }),
      timestamp: time,
    },
  })
  return { type, event: JSON.stringify(cloudEvent) }
}

/**
 * The part of a statement that writes events with the next sequences: contiguous from 1, in commit order. So
 * "all events after N" is exact. A database sequence would number before the commit, and a lower number could
 * appear after a higher one.
 *
 * From here to the commit other transactions wait to number theirs. The last number is therefore read only
 * when `source` is complete, so that nobody waits while an act waits for its zaak. Only the commit comes
 * after this statement.
 *
 * @param source part with a row for each event: `n`, `gebeurtenis_id`, `vastgelegd_op`, `zaak_id`, `type` and
 * `event`
 */
export const insertGebeurtenissen = (source: string) => `
  insert into gebeurtenis (id, vastgelegd_op, zaak_id, type, sequence, body)
  select gebeurtenis_id, vastgelegd_op, zaak_id, type, sequence,
    left(event, -1) || ',"sequence":"' || sequence || '","sequencetype":"Integer"}'
  from (
    select *, (
      (select laatste_sequence() where (select count(*) from ${source}) > 0) + row_number() over (order by n)
    )::int as sequence
    from ${source}
  ) as numbered`
