import { Gauge, Registry } from 'prom-client'
import type { ZaaksysteemContext } from '../context.ts'
import { pogingMetrics } from '../delivery/record/poging-metrics.ts'
import { startedStromen } from '../stroom/start-stromen.ts'
import { STROOMSOORTEN, type Stromen } from '../stroom/stromen.ts'
import { findQueueState, type QueueState } from './find-queue-state.ts'

type AbonnementState = QueueState['abonnementen'][number]

const GAUGES: { name: string; help: string; value: (abonnement: AbonnementState) => number }[] = [
  {
    name: 'zaakbode_queue_depth',
    help: 'Deliveries that wait, for their turn or for their next attempt',
    value: ({ depth }) => depth,
  },
  {
    name: 'zaakbode_oldest_due_age_seconds',
    help: 'How long the delivery that is due longest is due',
    value: ({ oldestDueAgeSeconds }) => oldestDueAgeSeconds,
  },
  {
    name: 'zaakbode_circuit_open',
    help: '1 from when the circuit opens until a delivery succeeds again',
    value: ({ circuitOpen }) => Number(circuitOpen),
  },
  {
    name: 'zaakbode_dead_letters',
    help: 'Deliveries whose last attempt failed',
    value: ({ deadLetters }) => deadLetters,
  },
]

/** The metrics of the zaaksysteem: the attempts and streams of this process, and what waits in the database now. */
export async function readMetrics(ctx: ZaaksysteemContext): Promise<Registry[]> {
  const stromen = await startedStromen(ctx)
  const own = stromen ? [countStromen(stromen)] : []
  return [pogingMetrics(ctx).registry, toGauges(await findQueueState(ctx)), ...own]
}

function countStromen({ count }: Stromen): Registry {
  const registry = new Registry()
  const gauge = new Gauge({
    name: 'zaakbode_streams',
    help: 'Open streams of events of this process, and requests that wait for one',
    labelNames: ['kind'],
    registers: [registry],
  })
  for (const kind of STROOMSOORTEN) gauge.set({ kind }, count(kind))
  return registry
}

/** A new registry each time: one that is kept would go on reporting an abonnement that was deleted. */
function toGauges({ abonnementen, unnumberedEvents }: QueueState): Registry {
  const registry = new Registry()
  const registers = [registry]
  for (const { value, ...options } of GAUGES) {
    const gauge = new Gauge({ ...options, labelNames: ['abonnement'], registers })
    for (const abonnement of abonnementen) gauge.set({ abonnement: abonnement.id }, value(abonnement))
  }
  const help = 'Events that wait for their sequence number'
  new Gauge({ name: 'zaakbode_unnumbered_events', help, registers }).set(unnumberedEvents)
  return registry
}
