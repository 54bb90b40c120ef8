import { serveMetrics } from '#lib/platform/metrics/serve-metrics.ts'
import { isClockOff } from '#lib/platform/postgres/database-clock.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { handleMetrics } from './read-metrics.ts'

/** Serves the metrics and the readiness of the worker when a port is configured for them. */
export async function startWorkerMetrics(
  ctx: ZaaksysteemContext,
): Promise<{ port?: number; host?: string; close(): Promise<void> }> {
  const { ZAAKSYSTEEM_WORKER_METRICS_PORT: port, ZAAKSYSTEEM_WORKER_METRICS_HOST: host } = ctx.env
  if (port === undefined) return { close: async () => {} }
  const answers = () =>
    ctx.pool.query('select 1').then(
      () => true,
      () => false,
    )
  return serveMetrics({
    port,
    host,
    log: ctx.log,
    isReady: async () => !isClockOff(ctx.clock) && (await answers()),
    answer: (request) => handleMetrics(ctx, request),
  })
}
