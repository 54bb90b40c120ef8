import type { Registry } from 'prom-client'
import { isTokenOf } from '../crypto/hash-token.ts'
import { bearerToken, unauthorizedResponse } from '../http/bearer-token.ts'
import { API_HEADERS, methodNotAllowed, notFoundResponse } from '../http/problem-json.ts'
import { processMetrics } from './process-metrics.ts'

/** The metrics of one system. `tokenHash`: the SHA-256 (hex) of the token that may read them. */
export type MetricsSource = { tokenHash: string | undefined; read: () => Promise<Registry[]> }

const refuseMethod = methodNotAllowed('GET', 'HEAD')

/** Answers Prometheus with the metrics of this process and of every source that the token may read. */
export async function answerScrape(request: Request, sources: MetricsSource[]): Promise<Response> {
  if (sources.every(({ tokenHash }) => !tokenHash)) return notFoundResponse()
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod()
  const token = bearerToken(request.headers)
  const opened = sources.filter(({ tokenHash }) => token && tokenHash && isTokenOf(tokenHash, token))
  if (opened.length === 0) return unauthorizedResponse()
  const registries = await Promise.all(opened.map(({ read }) => read()))
  const texts = [processMetrics(), ...registries.flat()].map((registry) => registry.metrics())
  return new Response((await Promise.all(texts)).join('\n'), {
    headers: { ...API_HEADERS, 'Content-Type': processMetrics().contentType },
  })
}
