import { serveMetrics } from '#lib/platform/metrics/serve-metrics.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { handleMetrics } from './handle-metrics.ts'

/** Serves the worker's metrics when a port is configured for them. */
export async function startWorkerMetrics(
  ctx: ZaaksysteemContext,
): Promise<{ port?: number; host?: string; close(): Promise<void> }> {
  const { ZAAKSYSTEEM_WORKER_METRICS_PORT: port, ZAAKSYSTEEM_WORKER_METRICS_HOST: host } = ctx.env
  if (port === undefined) return { close: async () => {} }
  return serveMetrics({ port, host, log: ctx.log, answer: (request) => handleMetrics(ctx, request) })
}
