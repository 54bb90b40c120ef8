import { Counter, Histogram, Registry } from 'prom-client'
import type { ZaaksysteemContext } from '../../context.ts'
import { DUUR_GRENZEN_MS } from './duur.ts'

const MS_PER_SECOND = 1_000

function createPogingMetrics() {
  const registry = new Registry()
  const options = { registers: [registry], labelNames: ['abonnement'] as const }
  return {
    registry,
    pogingen: new Counter({
      name: 'zaakbode_deliveries_total',
      help: 'Pogingen of this process by outcome: delivered, or the kind of error',
      registers: [registry],
      labelNames: ['abonnement', 'outcome'] as const,
    }),
    duration: new Histogram({
      ...options,
      name: 'zaakbode_delivery_duration_seconds',
      help: 'Duration of the attempts of this process that delivered',
      buckets: DUUR_GRENZEN_MS.map((ms) => ms / MS_PER_SECOND),
    }),
    retries: new Counter({
      ...options,
      name: 'zaakbode_retries_total',
      help: 'Pogingen of this process that were not a first one',
    }),
  }
}

export function pogingMetrics({ once }: Pick<ZaaksysteemContext, 'once'>) {
  return once('poging-metrics', createPogingMetrics)
}
