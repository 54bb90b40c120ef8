import { CloudEvent } from 'cloudevents'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import type { ZaakEventData } from '#lib/contract/zaak-event.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Prisma, StatusSoort } from '../generated/client.ts'

const EVENT_OF_SOORT = {
  registratie: { type: EVENT_TYPES.zaakGeregistreerd, event: 'zaak.geregistreerd' },
  statuswijziging: { type: EVENT_TYPES.zaakstatusGewijzigd, event: 'vergunning.status.veranderd' },
  heropening: { type: EVENT_TYPES.zaakHeropend, event: 'zaak.heropend' },
} as const satisfies Record<StatusSoort, { type: string; event: ZaakEventData['event'] }>

export type Gebeurtenis = {
  /** UUID v7 */
  id: string
  zaakId: string
  soort: StatusSoort
  /** null at registration */
  oudeStatus: string | null
  nieuweStatus: string
  traceparent: string
}

/**
 * Writes the event of a change into the outbox, in the transaction of that change. It holds no BSN, name or free text:
 * a receiver fetches those from the API. It has no `sequence` yet: `numberGebeurtenissen` appends it.
 */
export async function appendGebeurtenis(
  { env, clock }: Pick<ZaaksysteemContext, 'env' | 'clock'>,
  tx: Prisma.TransactionClient,
  { id, zaakId, soort, oudeStatus, nieuweStatus, traceparent }: Gebeurtenis,
): Promise<void> {
  const { type, event } = EVENT_OF_SOORT[soort]
  const vastgelegdOp = clock()
  const time = vastgelegdOp.toISOString()
  const cloudEvent = new CloudEvent({
    id,
    source: env.ZAAKSYSTEEM_SOURCE,
    type,
    subject: zaakId,
    time,
    datacontenttype: 'application/json',
    dataref: `/api/zaaksysteem/v1/zaken/${zaakId}`,
    traceparent,
    data: { event, zaakId, ...(oudeStatus && { oudeStatus }), nieuweStatus, timestamp: time },
  })
  await tx.$executeRaw`
    with appended as (
      insert into gebeurtenis (id, zaak_id, type, vastgelegd_op, event)
      values (${id}::uuid, ${zaakId}::uuid, ${type}, ${vastgelegdOp}, ${JSON.stringify(cloudEvent)})
    )
    select pg_notify('gebeurtenis', '')`
}
