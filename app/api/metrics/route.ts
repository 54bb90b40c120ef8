import { hasSystem } from '#lib/platform/env.ts'
import { everyMethod } from '#lib/platform/http/every-method.ts'
import { answerScrape } from '#lib/platform/metrics/answer-scrape.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { metricsSource as portalMetrics } from '#lib/publieksportaal/metrics/read-metrics.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { metricsSource as zaaksysteemMetrics } from '#lib/zaaksysteem/metrics/read-metrics.ts'

export const dynamic = 'force-dynamic'

/** A token gives access to the metrics of its system, or of both when they share the token. */
async function handle(request: Request): Promise<Response> {
  return answerScrape(request, [
    ...(hasSystem('zaaksysteem') ? [zaaksysteemMetrics(zaaksysteem())] : []),
    ...(hasSystem('publieksportaal') ? [portalMetrics(publieksportaal())] : []),
  ])
}

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = everyMethod(handle)
