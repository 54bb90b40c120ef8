import { Counter, Histogram, Registry } from 'prom-client'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Poging } from './poging.ts'
import { DUUR_GRENZEN_MS } from './poging-totals.ts'

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
      help: 'Retries by this process',
    }),
  }
}

export function pogingMetrics({ once }: Pick<ZaaksysteemContext, 'once'>) {
  return once('poging-metrics', createPogingMetrics)
}

/** Counts an attempt in the metrics of this process. */
export function observePoging(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'once'>,
  {
    bezorging,
    foutsoort,
    duurMs,
  }: Pick<Poging, 'foutsoort' | 'duurMs'> & {
    bezorging: Pick<Poging['bezorging'], 'abonnementId' | 'herhaling'>
  },
): void {
  const abonnement = bezorging.abonnementId
  const { pogingen, duration, retries } = pogingMetrics(ctx)
  pogingen.inc({ abonnement, outcome: foutsoort ?? 'delivered' })
  if (foutsoort === null) duration.observe({ abonnement }, duurMs / 1_000)
  if (bezorging.herhaling) retries.inc({ abonnement })
}
