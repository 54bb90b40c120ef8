import { randomBytes } from 'node:crypto'
import { CloudEvent } from 'cloudevents'
import { VOORVAL_DATA, VOORVAL_TYPES, type Voorval } from '#lib/contract/event-types.ts'
import type { ZaaksysteemContext } from '../context.ts'

/** Composes the event of a change in an abonnement. No request caused it, so it begins a trace. */
export function composeVoorval(
  { env }: Pick<ZaaksysteemContext, 'env'>,
  {
    id,
    abonnementId,
    soort,
    gegeven,
    op,
  }: {
    /** UUID v7 */
    id: string
    abonnementId: string
    soort: Voorval
    /** falend: since when; uitgeschakeld: the reason */
    gegeven: string | null
    op: Date
  },
) {
  const type = VOORVAL_TYPES[soort]
  const timestamp = op.toISOString()
  const event = new CloudEvent({
    id,
    source: env.ZAAKSYSTEEM_SOURCE,
    type,
    subject: abonnementId,
    time: timestamp,
    datacontenttype: 'application/json',
    dataref: `/api/zaaksysteem/v1/abonnementen/${abonnementId}`,
    traceparent: `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`,
    data: {
      event: VOORVAL_DATA[type].shape.event.value,
      abonnementId,
      ...(soort === 'falend' && { sinds: gegeven }),
      ...(soort === 'uitgeschakeld' && { reden: gegeven }),
      timestamp,
    },
  })
  return { type, body: JSON.stringify(event) }
}
