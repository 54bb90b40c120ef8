import { CloudEvent } from 'cloudevents'
import { EVENT_TYPES, type EventType } from '#lib/contract/event-types.ts'
import { VOLLEDIGE_VERSIE, type ZaakEventData } from '#lib/contract/zaak-event.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { StatusSoort } from '../generated/client.ts'

/** A removal leaves no row in the history. */
type Soort = StatusSoort | 'verwijdering'

const EVENT_OF_SOORT = {
  registratie: { type: EVENT_TYPES.zaakGeregistreerd, event: 'zaak.geregistreerd', tellsStatus: true },
  statuswijziging: { type: EVENT_TYPES.zaakstatusGewijzigd, event: 'vergunning.status.veranderd', tellsStatus: true },
  correctie: { type: EVENT_TYPES.zaakstatusGecorrigeerd, event: 'zaak.status.gecorrigeerd', tellsStatus: true },
  heropening: { type: EVENT_TYPES.zaakHeropend, event: 'zaak.heropend', tellsStatus: true },
  opschorting: { type: EVENT_TYPES.zaakOpgeschort, event: 'zaak.opgeschort', tellsStatus: false },
  hervatting: { type: EVENT_TYPES.zaakHervat, event: 'zaak.hervat', tellsStatus: false },
  verlenging: { type: EVENT_TYPES.zaakVerlengd, event: 'zaak.verlengd', tellsStatus: false },
  aanvullingsverzoek: { type: EVENT_TYPES.aanvullingGevraagd, event: 'zaak.aanvulling.gevraagd', tellsStatus: false },
  aanvulling_ontvangen: {
    type: EVENT_TYPES.aanvullingOntvangen,
    event: 'zaak.aanvulling.ontvangen',
    tellsStatus: false,
  },
  aanvulling_verlopen: { type: EVENT_TYPES.aanvullingVerlopen, event: 'zaak.aanvulling.verlopen', tellsStatus: false },
  intrekking_afgewezen: {
    type: EVENT_TYPES.intrekkingAfgewezen,
    event: 'zaak.intrekking.afgewezen',
    tellsStatus: false,
  },
  verwijdering: { type: EVENT_TYPES.zaakVerwijderd, event: 'zaak.verwijderd', tellsStatus: false },
} as const satisfies Record<Soort, { type: string; event: ZaakEventData['event']; tellsStatus: boolean }>

/** The kind of change that an event of this type tells. */
export function soortOfType(type: EventType): Soort {
  const soorten = Object.keys(EVENT_OF_SOORT) as Soort[]
  const soort = soorten.find((each) => EVENT_OF_SOORT[each].type === type)
  if (!soort) throw new Error(`No change has the type ${type}`)
  return soort
}

type Change = {
  /** UUID v7 */
  id: string
  vastgelegdOp: Date
  zaakId: string
  soort: Soort
  /** null at registration */
  oudeStatus: string | null
  /** null at removal */
  nieuweStatus: string | null
  /** the zaak's versie with the change, when it has no more to it than the status */
  volledigeVersie?: number | undefined
  traceparent: string
}

/**
 * The event of a change as the outbox holds it. It has no BSN, name or free text: a receiver fetches those from the API.
 * It has no `sequence` yet: `numberGebeurtenissen` appends it.
 */
export function composeGebeurtenis(
  { env }: Pick<ZaaksysteemContext, 'env'>,
  { id, vastgelegdOp, zaakId, soort, oudeStatus, nieuweStatus, volledigeVersie, traceparent }: Change,
) {
  const { type, event, tellsStatus } = EVENT_OF_SOORT[soort]
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
    ...(volledigeVersie && { [VOLLEDIGE_VERSIE]: volledigeVersie }),
    traceparent,
    data: { event, zaakId, ...(tellsStatus && statuses), timestamp: time },
  })
  return { id, zaakId, type, vastgelegdOp, event: JSON.stringify(cloudEvent) }
}
