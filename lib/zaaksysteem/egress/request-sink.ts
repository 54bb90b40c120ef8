import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'undici'
import { egressAgent } from './egress-agent.ts'
import { type ErrorKind, errorCodeOf, errorKindOf, errorKindOfStatus, isOwnFault } from './error-kind.ts'
import { readExcerpt } from './response-excerpt.ts'
import { type SinkPolicy, vetSink } from './sink-guard.ts'

/** From looking up the name to the last byte received. A lease must last longer. */
export const TOTAL_TIMEOUT_MS = 15_000

export type SinkRequest = {
  method: 'POST' | 'OPTIONS'
  sink: string
  headers: Record<string, string>
  body?: string
  policy: SinkPolicy
  timeoutMs?: number
}

export type SinkAnswer = {
  /** null when no answer came */
  httpStatus: number | null
  /** null when a 2xx came */
  foutsoort: ErrorKind | null
  /** the code of the error, such as `CERT_HAS_EXPIRED`; null when the status is the failure */
  foutdetail: string | null
  headers: IncomingHttpHeaders
  /** its first 4096 bytes as text, null when no answer came */
  body: string | null
  /** whether `body` is not all of the answer */
  afgekapt: boolean
}

/**
 * One request to a subscriber's URL, for handshakes and deliveries alike: its address is checked, no redirect is
 * followed, time and size are limited. A 2xx is a delivery whatever becomes of its body: the sink has what it was sent.
 *
 * @throws only for a fault of ours, such as an invalid header
 */
export async function requestSink(options: SinkRequest): Promise<SinkAnswer> {
  const { method, sink, headers, body, policy, timeoutMs = TOTAL_TIMEOUT_MS } = options
  const verdict = vetSink(sink, policy)
  // Checked at registration too, but the policy may have changed since then.
  if (!verdict.ok) return { ...NO_ANSWER, foutsoort: 'blocked_address', foutdetail: verdict.reason }

  // The timer of `AbortSignal.timeout` cannot be cleared: it would outlive each of thousands of requests a second.
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(new DOMException('The sink took too long', 'TimeoutError')), timeoutMs)
  try {
    const response = await request(verdict.url, {
      method,
      headers: { ...headers, 'Accept-Encoding': 'identity' },
      body,
      signal: limit.signal,
      dispatcher: egressAgent(policy),
    })
    const { statusCode: httpStatus, headers: answered } = response
    const { text, afgekapt } = await readExcerpt(response.body, answered)
    const foutsoort = errorKindOfStatus(httpStatus)
    return { httpStatus, foutsoort, foutdetail: null, headers: answered, body: text, afgekapt }
  } catch (error) {
    if (isOwnFault(error)) throw error
    return { ...NO_ANSWER, foutsoort: errorKindOf(error), foutdetail: errorCodeOf(error) }
  } finally {
    clearTimeout(timer)
  }
}

const NO_ANSWER = { httpStatus: null, headers: {}, body: null, afgekapt: false }
