import type { IncomingHttpHeaders } from 'node:http'
import { Agent, request } from 'undici'
import { type ErrorKind, errorKindOf, errorKindOfStatus } from './error-kind.ts'
import { guardedLookup, type SinkPolicy, vetSink } from './sink-guard.ts'

const CONNECT_TIMEOUT_MS = 5_000
/** From the first byte sent to the last byte received. A lease must outlive it. */
export const TOTAL_TIMEOUT_MS = 15_000
const MAX_RESPONSE_BYTES = 64 * 1024

export type SinkRequest = {
  method: 'POST' | 'OPTIONS'
  sink: string
  headers: Record<string, string>
  body?: string
  policy: SinkPolicy
  timeoutMs?: number
}

/** `foutsoort` is null when a complete 2xx answer came. `httpStatus` is null when no answer came. */
export type SinkAnswer = { httpStatus: number | null; foutsoort: ErrorKind | null; headers: IncomingHttpHeaders }

/**
 * One request to a subscriber's URL, with the guard on its address, no redirect followed and nothing unbounded. The
 * same for handshakes and deliveries. An answer that does not end in time or size is a failure, whatever its status.
 */
export async function requestSink(options: SinkRequest): Promise<SinkAnswer> {
  const { method, sink, headers, body, policy, timeoutMs = TOTAL_TIMEOUT_MS } = options
  const verdict = vetSink(sink, policy)
  // Judged at registration too, but the policy may have changed since then.
  if (!verdict.ok) return { httpStatus: null, foutsoort: 'blocked_address', headers: {} }

  let httpStatus: number | null = null
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await request(verdict.url, { method, headers, body, signal, dispatcher: agentFor(policy) })
    httpStatus = response.statusCode
    const foutsoort = (await readsToEnd(response.body)) ? errorKindOfStatus(httpStatus) : 'too_large'
    return { httpStatus, foutsoort, headers: response.headers }
  } catch (error) {
    return { httpStatus, foutsoort: errorKindOf(error), headers: {} }
  }
}

/** Reading to the end frees the connection for the next request; leaving the loop early closes it. */
async function readsToEnd(body: AsyncIterable<Buffer>): Promise<boolean> {
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > MAX_RESPONSE_BYTES) return false
  }
  return true
}

const agents = new Map<boolean, Agent>()

/** One pool of kept-alive connections per process. */
function agentFor(policy: SinkPolicy): Agent {
  const key = policy.allowPrivateSinks_DEMO_ONLY
  let agent = agents.get(key)
  if (!agent) {
    agent = new Agent({ connect: { timeout: CONNECT_TIMEOUT_MS, lookup: guardedLookup(policy) } })
    agents.set(key, agent)
  }
  return agent
}
