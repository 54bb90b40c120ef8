import type { ZaaksysteemContext } from '../../context.ts'
import type { Poging } from './poging.ts'
import { pogingMetrics } from './poging-metrics.ts'

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
