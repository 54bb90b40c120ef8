import { EVENT_TYPES, type EventType } from '#lib/contract/event-types.ts'
import { DATA_SCHEMAS, VOLLEDIGE_VERSIE } from '#lib/contract/zaak-event.ts'

const ZAAK = '019ad2f4-6d1c-7a3e-9b1f-3a5c0de41b77'
const MOMENT = '2026-11-26T09:30:00.123Z'

/** The statuses that an example tells, where its type tells any. */
const STATUSSEN: Partial<Record<EventType, Record<string, string>>> = {
  [EVENT_TYPES.zaakGeregistreerd]: { nieuweStatus: 'aanvraag_ontvangen' },
  [EVENT_TYPES.zaakstatusGewijzigd]: { oudeStatus: 'in_behandeling', nieuweStatus: 'vergunning_verleend' },
  [EVENT_TYPES.zaakstatusGecorrigeerd]: { oudeStatus: 'vergunning_verleend', nieuweStatus: 'in_behandeling' },
  [EVENT_TYPES.zaakHeropend]: { oudeStatus: 'vergunning_geweigerd', nieuweStatus: 'in_behandeling' },
}

/** An event of a type, as it is delivered in structured mode. */
export function exampleEvent(type: EventType, { source }: { source: string }) {
  const { event } = DATA_SCHEMAS[type].shape
  const statussen = STATUSSEN[type]
  return {
    specversion: '1.0',
    id: '019ad2f5-0f3b-7c21-8e04-5b6d2a9f8c10',
    source,
    type,
    subject: ZAAK,
    time: MOMENT,
    datacontenttype: 'application/json',
    dataref: `/api/zaaksysteem/v1/zaken/${ZAAK}`,
    sequence: '4711',
    sequencetype: 'Integer',
    ...(type === EVENT_TYPES.zaakstatusGewijzigd && { [VOLLEDIGE_VERSIE]: 4 }),
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    data: { event: event.value, zaakId: ZAAK, ...statussen, timestamp: MOMENT },
  }
}
