import type { IncomingHttpHeaders } from 'node:http'
import type { Dispatcher } from 'undici'
import { egressAgent } from './egress-agent.ts'
import { type ErrorKind, errorCodeOf, errorKindOf, errorKindOfStatus, isOwnFault } from './error-kind.ts'
import { type SinkPolicy, vetSink } from './sink-guard.ts'

/** From the DNS lookup to the last byte received. A lease must last longer. */
export const TOTAL_TIMEOUT_MS = 15_000

export type SinkRequest = {
  method: 'POST' | 'OPTIONS'
  sink: string
  headers: Record<string, string>
  body?: string
  policy: SinkPolicy
  timeoutMs?: number
  /** the connections of an abonnement with a client certificate */
  agent?: Dispatcher | undefined
  /** the number of bytes of the response to keep, up to MAX_READ_BYTES */
  keptBytes?: number
}

export type SinkAnswer = {
  /** null when no response came */
  httpStatus: number | null
  /** null for a 2xx */
  foutsoort: ErrorKind | null
  /** the code of the error, such as `CERT_HAS_EXPIRED`; null when the status is the failure */
  foutdetail: string | null
  headers: IncomingHttpHeaders
  /** the beginning as text, by default at most 4096 bytes; null when no response came */
  body: string | null
  /** true when `body` is not all of the response */
  afgekapt: boolean
}

/**
 * Sends one request to a subscriber's URL, for handshakes and bezorgingen alike. Its address is checked, no
 * redirect is followed, time and size are limited. A 2xx counts as delivered, even when its body breaks off:
 * the sink has the event.
 *
 * @throws only for a fault of ours, such as an invalid header
 */
export async function requestSink(options: SinkRequest): Promise<SinkAnswer> {
  const { sink, headers, policy, timeoutMs = TOTAL_TIMEOUT_MS } = options
  const verdict = vetSink(sink, policy)
  // Checked at registration too, but the policy may have changed since then.
  if (!verdict.ok) return { ...NO_ANSWER, foutsoort: 'blocked_address', foutdetail: verdict.reason }

  try {
    const asked = { ...headers, 'Accept-Encoding': 'identity' }
    return await send(verdict.url, { ...options, headers: asked, timeoutMs })
  } catch (error) {
    if (isOwnFault(error)) throw error
    return { ...NO_ANSWER, foutsoort: errorKindOf(error), foutdetail: errorCodeOf(error) }
  }
}

export const NO_ANSWER = { httpStatus: null, headers: {}, body: null, afgekapt: false }

/**
 * Uses `dispatch`, because undici's `request` makes a stream, an async resource and a signal for each
 * response: a third of the cost of a request.
 *
 * @throws when no status came
 */
function send(
  { origin, pathname, search }: URL,
  { method, headers, body, policy, timeoutMs, agent = egressAgent(policy), keptBytes = MAX_KEPT_BYTES }: SinkRequest,
): Promise<SinkAnswer> {
  return new Promise((resolve, reject) => {
    const excerpt = createExcerpt(keptBytes)
    let started: Dispatcher.DispatchController | undefined
    let answered: { httpStatus: number; headers: IncomingHttpHeaders } | undefined
    let overdue: Error | undefined
    const timer = setTimeout(() => {
      overdue = new DOMException('The sink took too long', 'TimeoutError')
      if (started) started.abort(overdue)
      else end(overdue)
    }, timeoutMs)

    function end(error?: Error) {
      clearTimeout(timer)
      if (!answered) return reject(error)
      const { text, afgekapt } = excerpt.end(answered.headers, error !== undefined)
      resolve({
        ...answered,
        foutsoort: errorKindOfStatus(answered.httpStatus),
        foutdetail: null,
        body: text,
        afgekapt,
      })
    }

    agent.dispatch(
      { origin, path: `${pathname}${search}`, method, headers, body },
      {
        onRequestStart(controller) {
          started = controller
          // A request that waited for a connection beyond its timeout is not sent.
          if (overdue) controller.abort(overdue)
        },
        onResponseStart(_controller, httpStatus, headers) {
          if (httpStatus >= 200) answered = { httpStatus, headers }
        },
        onResponseData(controller, chunk) {
          if (!excerpt.add(chunk)) controller.abort(new Error('The response is too long'))
        },
        onResponseEnd: () => end(),
        onResponseError: (_controller, error) => end(error),
      },
    )
  })
}

export const MAX_READ_BYTES = 64 * 1024
export const MAX_KEPT_BYTES = 4096

type ResponseExcerpt = {
  /** the beginning of the body */
  text: string
  /** true when `text` is not all of the body */
  afgekapt: boolean
}

/** Collects the beginning of a response body that comes in chunks. */
function createExcerpt(keptBytes: number) {
  const kept: Buffer[] = []
  let size = 0
  return {
    /** @returns true to read on, up to 64 kB: reading to the end frees the connection for the next request */
    add(chunk: Buffer): boolean {
      if (size < keptBytes) kept.push(chunk.subarray(0, keptBytes - size))
      size += chunk.byteLength
      return size <= MAX_READ_BYTES
    },
    /** @param broken true when the response broke off; the part before that is kept */
    end(headers: IncomingHttpHeaders, broken: boolean): ResponseExcerpt {
      const afgekapt = broken || size > keptBytes
      return { text: size > 0 ? textOf(Buffer.concat(kept), { headers, afgekapt }) : '', afgekapt }
    },
  }
}

/**
 * A body that is compressed although we ask for `identity` is not unpacked: a few bytes may become gigabytes.
 */
function textOf(bytes: Buffer, { headers, afgekapt }: { headers: IncomingHttpHeaders; afgekapt: boolean }): string {
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') return '[gecomprimeerd, niet uitgepakt]'
  // `stream` drops a character that was cut in two. PostgreSQL refuses NUL in text.
  return new TextDecoder().decode(bytes, { stream: afgekapt }).replaceAll('\0', '\uFFFD')
}

/** Identifies us to sinks; a test keeps the version equal to that of package.json. */
export const USER_AGENT = 'Zaakbode/0.1.0'
