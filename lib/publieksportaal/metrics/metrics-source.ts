import type { MetricsSource } from '#lib/platform/metrics/answer-scrape.ts'
import type { PublieksportaalContext } from '../context.ts'
import { readMetrics } from './read-metrics.ts'

/** The portal's part of `/api/metrics`. */
export function metricsSource(ctx: PublieksportaalContext): MetricsSource {
  return { tokenHash: ctx.env.PUBLIEKSPORTAAL_METRICS_TOKEN_HASH, read: () => readMetrics(ctx) }
}
