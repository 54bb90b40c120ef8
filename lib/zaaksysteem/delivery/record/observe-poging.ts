import type { ZaaksysteemContext } from '../../context.ts'
import type { Attempt } from './poging.ts'
import { attemptMetrics } from './poging-metrics.ts'

/** Counts an attempt in the metrics of this process. */
export function observeAttempt(
  ctx: Pick<ZaaksysteemContext, 'pool'>,
  {
    bezorging,
    foutsoort,
    duurMs,
  }: Pick<Attempt, 'foutsoort' | 'duurMs'> & {
    bezorging: Pick<Attempt['bezorging'], 'abonnementId' | 'herhaling'>
  },
): void {
  const abonnement = bezorging.abonnementId
  const { deliveries, duration, retries } = attemptMetrics(ctx)
  deliveries.inc({ abonnement, outcome: foutsoort ?? 'delivered' })
  if (foutsoort === null) duration.observe({ abonnement }, duurMs / 1_000)
  if (bezorging.herhaling) retries.inc({ abonnement })
}
