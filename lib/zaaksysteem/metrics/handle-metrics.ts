import { answerScrape, type MetricsSource } from '#lib/platform/metrics/answer-scrape.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { readMetrics } from './read-metrics.ts'

/** The zaaksysteem's part of `/api/metrics`. */
export function metricsSource(ctx: ZaaksysteemContext): MetricsSource {
  return { tokenHash: ctx.env.ZAAKSYSTEEM_METRICS_TOKEN_HASH, read: () => readMetrics(ctx) }
}

/** `/api/metrics` of a process that serves only the zaaksysteem. */
export function handleMetrics(ctx: ZaaksysteemContext, request: Request): Promise<Response> {
  return answerScrape(request, [metricsSource(ctx)])
}
