import { constants } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener, type Server, ServerResponse } from 'node:http'
import { createServer as createTlsServer, Server as TlsServer } from 'node:https'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'
import { Counter } from 'prom-client'
import { CLIENT_ADDRESS_HEADER, clientAddress } from '../http/client-address.ts'
import { isPeerWithin, type Network } from '../http/network.ts'
import { overloadedResponse } from '../http/problem-json.ts'
import { PROTOCOL_HEADER } from '../http/refuse-plaintext.ts'
import { processMetrics } from '../metrics/process-metrics.ts'
import { perProcess } from '../once.ts'
import type { Lane } from '../tasks/lane.ts'
import { dropRouterHeaders, isApi, seesPage } from './api-request.ts'
import type { Certificate, Transport } from './read-transport.ts'
import { isForeignHost, isWebSocket, misdirected, refuseRequest, refuseUpgrade } from './refuse-request.ts'
import { orInstead, REASONS, type Why } from './request-failure.ts'
import { keepPace, refuseUnreadable, sendResponse, unreadable } from './send-response.ts'

/**
 * A year, without `includeSubDomains`, which would cut off every subdomain of the gemeente without TLS. The
 * demo makes the browser forget HSTS, because it would block plain HTTP on every other port of localhost.
 */
const HSTS = 'max-age=31536000'
const HSTS_DEMO = 'max-age=0'

/** The minimum pace of a request body: so many bytes, or its end, in each period. */
const MAX_BODY_WAIT_MS = 5_000
const LEAST_BODY_BYTES = 16 * 1024

/** Makes the response that replaces the one of the route. */
export type Refuse = (why: Why, retryAfterSeconds?: number) => Response

/**
 * `undefined` admits the request at once; a Response refuses it.
 *
 * @property limitMs the time limit. A page that is being sent only loses its place in the lane.
 * @property whenFull makes the response when there is no place, instead of the default
 */
export type Admission =
  | Response
  | { lane: Lane; party: string; limitMs?: number; whenFull?: () => Response }
  | undefined

/** WebSockets of one kind. */
export type Upgrade = {
  takes(request: IncomingMessage): boolean
  /** @returns the refusal when the protocol is not switched */
  handle(request: IncomingMessage, socket: Socket, head: Buffer): Promise<Response | undefined>
}

/**
 * Creates the server of the web process, with TLS 1.2 or newer when there is a certificate. Before `handle`
 * it removes forged X-Forwarded-… headers, sets HSTS on TLS, and refuses requests that no route may see.
 *
 * @param handle may return a promise that resolves when the request is done
 * @param upgrades the WebSockets that are accepted; others are refused
 * @param admit decides on a request before it costs anything
 * @param pageFor makes error pages for people instead of problem+json
 */
export function createWebServer(
  transport: Transport,
  handle: RequestListener,
  upgrades: readonly Upgrade[] = [],
  admit: (request: IncomingMessage, response: ServerResponse) => Admission | Promise<Admission> = () => undefined,
  pageFor?: (request: IncomingMessage) => Refuse,
): Server {
  const { certificate, trustedProxies, demo } = transport
  const upgradeOf = (request: IncomingMessage) => upgrades.find(({ takes }) => takes(request))
  function shouldUpgradeCallback(request: IncomingMessage): boolean {
    settleForwarded(request, trustedProxies)
    return isWebSocket(request) && !refuseRequest(request) && !isForeignHost(request, transport) && !!upgradeOf(request)
  }
  const options = { shouldUpgradeCallback }
  const server = certificate ? createTlsServer({ ...options, ...tlsOptions(certificate) }) : createServer(options)
  // Node.js would drop headers after the 2000th, where a duplicate could hide. The limit in bytes remains.
  server.maxHeadersCount = 0
  server.on('upgrade', async (request, socket: Socket, head) => {
    // The client may disconnect while its token is verified.
    socket.on('error', () => {})
    const refusal = await upgradeOf(request)?.handle(request, socket, head)
    if (refusal) await refuse(responseOn(request, socket), refusal)
  })
  server.on('clientError', (error, socket) => {
    // After half a response the client would take anything for the rest of it.
    if (answers.get(socket)?.headersSent) return void socket.destroy()
    void refuseUnreadable(error, socket)
  })
  return server.on('request', async (request, response) => {
    answers.set(
      request.socket,
      response.once('finish', () => answers.delete(request.socket)),
    )
    keepPace(response)
    settleForwarded(request, trustedProxies)
    // RFC 6797 section 7.2 forbids the header over plaintext.
    if (request.headers[PROTOCOL_HEADER] === 'https') {
      response.setHeader('Strict-Transport-Security', demo ? HSTS_DEMO : HSTS)
    }
    const refusal =
      refuseUpgrade(request) ??
      refuseRequest(request) ??
      (isForeignHost(request, transport) ? misdirected() : undefined)
    if (refusal) return void refuse(response, refusal)
    if (isApi(request.url as string)) dropRouterHeaders(request)
    const page = seesPage(request) ? pageFor?.(request) : undefined
    const admission = await admit(request, response)
    if (admission instanceof Response) return void refuse(response, forPerson(admission, page))
    const handleInTime = () =>
      withinLimits({ request, response, limitMs: admission?.limitMs, page }, () => handle(request, response))
    if (!admission) return void handleInTime()
    const { lane, party, whenFull } = admission
    lane.enter({
      party,
      response,
      handle: handleInTime,
      refuse: (seconds) => refuse(response, whenFull?.() ?? (page ?? overloaded)('full', seconds)),
    })
  })
}

const RETRY_AFTER_SECONDS = 10

const overloaded: Refuse = (_, seconds = RETRY_AFTER_SECONDS) => overloadedResponse(seconds)

/** Turns a refusal by `admit` into a page. The request was not begun, so it had no effect. */
function forPerson(refusal: Response, page: Refuse | undefined): Response {
  const why = REASONS[refusal.status]
  return (why && page?.(why === 'unknown' ? 'full' : why)) ?? refusal
}

/** The current response of each connection. */
const answers = perProcess('web-server.answers', () => new WeakMap<Duplex, ServerResponse>())

/** Creates a response that closes the connection when it is sent. */
function responseOn(request: IncomingMessage, socket: Socket): ServerResponse {
  const response = new ServerResponse(request)
  response.shouldKeepAlive = false
  response.assignSocket(socket)
  answers.set(socket, response)
  return response.once('finish', () => socket.destroySoon())
}

/**
 * Sends `answer` instead of the response of the route, and ends the request for the route. Closes the
 * connection without a response when that one has begun, or waits for another on the same connection.
 */
async function cutOff(request: IncomingMessage, response: ServerResponse, answer: Response): Promise<void> {
  const { socket } = request
  if (response.headersSent || response.socket !== socket) return void socket.destroy()
  response.detachSocket(socket)
  const last = responseOn(request, socket)
  // To the route it looks as if the client disconnected.
  response.destroy().emit('close')
  await refuse(last, answer)
}

/** Cuts off a request whose body or response takes too long. */
async function withinLimits(
  {
    request,
    response,
    limitMs,
    page,
  }: { request: IncomingMessage; response: ServerResponse; limitMs: number | undefined; page: Refuse | undefined },
  handle: () => unknown,
) {
  const instead = (why: Why) => cutOff(request, response, (page ?? overloaded)(why))
  let seen = request.socket.bytesRead
  let wasFull = false
  const body = setInterval(() => {
    const { bytesRead } = request.socket
    // Node.js stops reading the socket while the handler is behind, for example because of a slow store.
    const isFull = request.readableLength >= request.readableHighWaterMark
    if (request.complete) clearInterval(body)
    else if (!isFull && !wasFull && bytesRead - seen < LEAST_BODY_BYTES) {
      clearInterval(body)
      void cutOff(request, response, page?.('cut_off') ?? unreadable('request_timeout'))
    }
    seen = bytesRead
    wasFull = isFull
  }, MAX_BODY_WAIT_MS)
  const late = Promise.withResolvers<void>()
  const answer = limitMs === undefined ? undefined : setTimeout(late.resolve, limitMs)
  try {
    const isRead = () => request.method !== 'POST' && response.headersSent
    const orLate = late.promise.then(() => (isRead() ? undefined : instead('unknown')))
    await Promise.race([orInstead(request, response, { handle, hasPage: page !== undefined, instead }), orLate])
  } finally {
    clearInterval(body)
    clearTimeout(answer)
  }
}

/** Node.js reads and drops the rest of the body, so that the connection can take the next request. */
function refuse(response: ServerResponse, refusal: Response): Promise<void> {
  refusals().inc({ status: refusal.status })
  return sendResponse(response, refusal)
}

function refusals() {
  return perProcess('refusals', () => {
    const registers = [processMetrics()]
    const help = 'Requests that the web server answered by itself, before any page or API'
    return new Counter({ name: 'zaakbode_requests_refused_total', help, labelNames: ['status'], registers })
  })
}

/** New connections get `certificate`; open connections keep theirs. */
export function renewCertificate(server: Server, certificate: Certificate): void {
  if (server instanceof TlsServer) server.setSecureContext(tlsOptions(certificate))
}

/**
 * The ciphers that the TLS guidelines of the NCSC call good: ECDHE for forward secrecy, and authenticated
 * encryption. The first three are of TLS 1.3.
 */
const CIPHERS = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-RSA-AES128-GCM-SHA256',
].join(':')
/** The first one is post-quantum; `?` makes it optional, for OpenSSL 3.3 and 3.4. */
const GROUPS = '?X25519MLKEM768:X25519:P-256:P-384'

function tlsOptions({ cert, key }: Certificate) {
  const secureOptions = constants.SSL_OP_NO_RENEGOTIATION
  return { cert, key, minVersion: 'TLSv1.2', ciphers: CIPHERS, ecdhCurve: GROUPS, secureOptions } as const
}

const FORWARDED_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto']

/**
 * Deletes the forwarding headers of untrusted peers, and sets X-Forwarded-Proto and X-Real-IP to the protocol
 * and address of the client. Must run before Next.js, which trusts these headers from anyone.
 */
function settleForwarded(request: IncomingMessage, trustedProxies: readonly Network[]): void {
  const { headers, socket } = request
  if (!isPeerWithin(socket.remoteAddress, trustedProxies)) for (const name of FORWARDED_HEADERS) delete headers[name]
  headers[CLIENT_ADDRESS_HEADER] = clientAddress(request, trustedProxies)
  const protocol = headers[PROTOCOL_HEADER] ?? (socket instanceof TLSSocket ? 'https' : 'http')
  // A list of several proxies counts as plaintext, because one of the hops may have been.
  headers[PROTOCOL_HEADER] = protocol === 'https' ? 'https' : 'http'
}
