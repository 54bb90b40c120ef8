import type { IncomingMessage } from 'node:http'
import { isLoopbackHost } from '../http/network.ts'
import { methodNotAllowed, notFoundResponse, problemResponse } from '../http/problem-json.ts'
import { isApi } from './api-request.ts'
import type { Transport } from './read-transport.ts'

/** A host with an optional port. The port is not compared, because a tunnel or a container changes it. */
const AUTHORITY = /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d+)?$/i

/**
 * True when a request was meant for another host, which prevents DNS rebinding: a page of an attacker cannot
 * change the `Host` that the browser sends.
 *
 * Outside the demo only pages are checked: load balancers and the other system may use another name, and the
 * API requires tokens, which a browser does not have.
 */
export function isForeignHost(
  { headers, url = '' }: Pick<IncomingMessage, 'headers' | 'url'>,
  { demo, hostnames }: Pick<Transport, 'demo' | 'hostnames'>,
): boolean {
  // Only a trusted proxy's header is left. Next.js also takes the first of a list.
  const forwarded = (headers['x-forwarded-host'] as string | undefined)?.split(',')[0]?.trim()
  const hostname = AUTHORITY.exec(forwarded ?? headers.host ?? '')?.[1]?.toLowerCase() ?? ''
  return demo ? !isLoopbackHost(hostname) : !isApi(url) && !hostnames?.includes(hostname)
}

/** Returns the 421 of RFC 9110 section 15.5.20. */
export function misdirected(): Response {
  const detail = 'Use the host name for which this system is configured; the demo accepts only that of its own machine.'
  return problemResponse({ status: 421, code: 'host_unknown', detail })
}

/**
 * Headers that the API relies on and that may occur once. Node.js itself refuses a second Content-Length.
 *
 * RFC 9421 and RFC 9530 allow lists over several lines, but a sender can put them on one line.
 */
const ONCE =
  /^(?:authorization|content-type|content-digest|digest|signature|signature-input|nlgov-adr-payload-sig|idempotency-key|traceparent|webhook-.*|ce-.*)$/

/**
 * Returns the name of a header that an API request must not repeat, but does. Node.js drops the second of
 * some headers and joins others, so a proxy may have checked another value than the API reads.
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
/** Next.js parses a query in quadratic time. No page or API of ours has a tenth of this number. */
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

/** Returns the response to a WebSocket request on a path without WebSocket. */
export function refuseUpgrade(request: IncomingMessage): Response | undefined {
  if (!isWebSocket(request)) return undefined
  // Closed, because the client may continue in the other protocol.
  return refuse(400, 'upgrade_refused', 'There is no WebSocket here.', { Connection: 'close' })
}

/**
 * Returns the response to a request that Next.js must not see: it would fail, redirect or take a second, or a
 * proxy may have checked another value than the route reads.
 */
export function refuseRequest(request: IncomingMessage): Response | undefined {
  const { method = '', url = '' } = request
  if (!METHODS.includes(method)) return refuseMethod()
  if (url.length > MAX_TARGET_LENGTH) {
    return refuse(414, 'target_too_long', `Send a path and query of ${MAX_TARGET_LENGTH} bytes or fewer.`)
  }
  if (url.split('&', MAX_PARAMETERS + 1).length > MAX_PARAMETERS) {
    return refuse(414, 'parameters_too_many', `Send ${MAX_PARAMETERS} parameters or fewer.`)
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

/** True for a valid path. Next.js would redirect the absolute form (RFC 9112 section 3.2.2). */
function isValidTarget(url: string): boolean {
  if (!ORIGIN_FORM.test(url) || REPEATED_SLASH.test(url.split('?', 1)[0] as string)) return false
  try {
    // PostgreSQL refuses NUL in a text.
    return !decodeURIComponent(url).includes('\0')
  } catch {
    return false
  }
}

function refuse(status: number, code: string, detail: string, headers?: HeadersInit): Response {
  return problemResponse({ status, code, detail }, headers)
}
