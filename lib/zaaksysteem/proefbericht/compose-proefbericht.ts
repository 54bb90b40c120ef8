import { randomBytes, randomUUID } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { type EventType, wijzigingOfType } from '#lib/contract/event-types.ts'
import { PROEFBERICHT } from '#lib/contract/zaak-event.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { composeGebeurtenis } from '../outbox/compose-gebeurtenis.ts'

/**
 * An event of this type about a zaak that exists nowhere, marked as a test. It has no `sequence`: receivers look for gaps
 * in that of the real events.
 */
export function composeProefbericht(
  ctx: Pick<ZaaksysteemContext, 'env' | 'clock'>,
  type: EventType,
): { eventId: string; event: string } {
  const soort = wijzigingOfType(type)
  const eventId = uuidv7()
  const { event } = composeGebeurtenis(ctx, {
    id: eventId,
    vastgelegdOp: ctx.clock(),
    zaakId: randomUUID(),
    soort,
    oudeStatus: soort === 'registratie' ? null : 'ontvangen',
    nieuweStatus: soort === 'registratie' ? 'ontvangen' : 'in_behandeling',
    traceparent: `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`,
  })
  return { eventId, event: JSON.stringify({ ...JSON.parse(event), [PROEFBERICHT]: true }) }
}
