import type { IncomingMessage } from 'node:http'
import { isLoopbackHost } from '../http/network.ts'
import { methodNotAllowed, notFoundResponse, problemResponse } from '../http/problem-json.ts'
import { isApi } from './api-request.ts'
import type { Transport } from './read-transport.ts'

/** A name or an address, and perhaps a port, which may differ: a tunnel or a container has one of its own. */
const AUTHORITY = /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d+)?$/i

/**
 * True when a request was meant for another host. A page of an attacker whose name resolves to this machine
 * (DNS rebinding) has the same origin as what it reads here, but cannot change the `Host` that the browser
 * sends.
 *
 * Outside the demo this is for pages only: load balancers and the other system may know this process by
 * another name, and an API is protected by tokens, which a browser does not have.
 */
export function isForeignHost(
  { headers, url = '' }: Pick<IncomingMessage, 'headers' | 'url'>,
  { demo, hostnames }: Pick<Transport, 'demo' | 'hostnames'>,
): boolean {
  // The header of a trusted proxy; the first of a list, as Next.js takes it.
  const forwarded = (headers['x-forwarded-host'] as string | undefined)?.split(',')[0]?.trim()
  const hostname = AUTHORITY.exec(forwarded ?? headers.host ?? '')?.[1]?.toLowerCase() ?? ''
  return demo ? !isLoopbackHost(hostname) : !isApi(url) && !hostnames?.includes(hostname)
}

/** RFC 9110 section 15.5.20. */
export function misdirected(): Response {
  const detail = 'Use the address that this system is configured with; the demo has none but that of its own machine.'
  return problemResponse({ status: 421, code: 'host_unknown', detail })
}

/**
 * Headers that the API relies on and that may occur once. Node.js itself refuses a second Content-Length.
 *
 * RFC 9421 and RFC 9530 allow their headers as lists over several lines. The receiver needs one signature and
 * one digest, and any others fit on the same line, so no sender needs a second line.
 */
const ONCE =
  /^(?:authorization|content-type|content-digest|digest|signature|signature-input|nlgov-adr-payload-sig|idempotency-key|traceparent|webhook-.*|ce-.*)$/

/**
 * The name of a header that an API request repeats although it may occur once. Node.js drops the second of
 * some of these headers and joins others, so a proxy in front may have checked another value than the one
 * that the API reads.
 */
function duplicateHeader({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): string | undefined {
  const seen = new Set<string>()
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] as string).toLowerCase()
    if (seen.has(name) && ONCE.test(name)) return name
    seen.add(name)
  }
  return undefined
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
/** RFC 9110 section 4.1 asks for at least this much. */
const MAX_TARGET_LENGTH = 8_000
/** Next.js reads a query in quadratic time; no page or API of ours has a tenth of this. */
const MAX_PARAMETERS = 100

const WEBSOCKET = /\bwebsocket\b/i
/** RFC 9112 section 3.2.1: a path and query, without fragment. Node.js takes visible ASCII only. */
const ORIGIN_FORM = /^\/[^#]*$/
/** Next.js redirects to the path without them. */
const REPEATED_SLASH = /\/\/|\\/

const refuseMethod = methodNotAllowed(...METHODS)

export function isWebSocket({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return WEBSOCKET.test(headers.upgrade ?? '')
}

/** The answer to a request for a WebSocket where there is none. */
export function refuseUpgrade(request: IncomingMessage): Response | undefined {
  if (!isWebSocket(request)) return undefined
  // Closed, because its client may go on in the other protocol.
  return refuse(400, 'upgrade_refused', 'There is no WebSocket here.', { Connection: 'close' })
}

/**
 * The answer to a request that Next.js must not see, because it would fail on it, redirect it or spend a
 * second on it, or because a proxy in front may have checked something else than what a route reads.
 */
export function refuseRequest(request: IncomingMessage): Response | undefined {
  const { method = '', url = '' } = request
  if (!METHODS.includes(method)) return refuseMethod()
  if (url.length > MAX_TARGET_LENGTH) {
    return refuse(414, 'target_too_long', `Send a path and query of ${MAX_TARGET_LENGTH} bytes at most.`)
  }
  if (url.split('&', MAX_PARAMETERS + 1).length > MAX_PARAMETERS) {
    return refuse(414, 'parameters_too_many', `Send ${MAX_PARAMETERS} parameters at most.`)
  }
  if (!isValidTarget(url)) {
    const detail = 'Send a path without repeated slashes, and a query; both in ASCII, escaped UTF-8 and without NUL.'
    return refuse(400, 'target_invalid', detail)
  }
  if (!isApi(url)) return undefined
  // NL API Design Rules, no-trailing-slash: Next.js would answer as without it.
  if (new URL(url, 'http://localhost').pathname.endsWith('/')) return notFoundResponse()
  const duplicate = duplicateHeader(request)
  return duplicate ? refuse(400, 'duplicate_header', `Send the header ${duplicate} once.`) : undefined
}

/**
 * True for a path. Next.js would redirect the absolute form, which only clients of proxies send (RFC 9112
 * section 3.2.2).
 */
function isValidTarget(url: string): boolean {
  if (!ORIGIN_FORM.test(url) || REPEATED_SLASH.test(url.split('?', 1)[0] as string)) return false
  try {
    // PostgreSQL takes no NUL in a text.
    return !decodeURIComponent(url).includes('\0')
  } catch {
    return false
  }
}

function refuse(status: number, code: string, detail: string, headers?: HeadersInit): Response {
  return problemResponse({ status, code, detail }, headers)
}
