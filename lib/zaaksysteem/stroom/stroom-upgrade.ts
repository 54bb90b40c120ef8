import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import {
  STROOM_CLOSE_CODES,
  STROOM_SUBPROTOCOL,
  type StroomClose,
  TOT_SEQUENCE,
} from '#lib/contract/gebeurtenissen-page.ts'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import { refusePlaintext } from '#lib/platform/http/refuse-plaintext.ts'
import type { Logger } from '#lib/platform/logger.ts'
import type { Upgrade } from '#lib/platform/web-server/create-web-server.ts'
import { failedResponse } from '#lib/platform/web-server/request-failure.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { type OpenedStroom, openStroom } from './open-stroom.ts'
import { handshakeRefused, subprotocolMissing, WEBSOCKET_VERSION } from './refusals.ts'

/** A beat comes every 15 seconds. */
const MAX_DEAD_BEATS = 2

/**
 * Sends a stroom over a WebSocket. Each event waits until the network took the one before it, so that a slow
 * reader has at most one in memory.
 */
export async function serveWebSocket(
  { stroom, vanaf, stukken }: Pick<OpenedStroom, 'stroom' | 'vanaf' | 'stukken'>,
  socket: WebSocket,
  log: Pick<Logger, 'error'>,
): Promise<void> {
  let position = vanaf
  let isSending = false
  let deadBeats = 0
  const showLife = () => {
    deadBeats = 0
  }

  socket.on('pong', showLife)
  socket.on('message', () => stroom.end('unsupported_data'))
  // ws closes the socket itself, with the code of the client's fault.
  socket.on('error', () => {})
  socket.on('close', () => stroom.end('gone'))
  stroom.signal.addEventListener('abort', () => close(socket, stroom.signal.reason))
  // A client that began without a sequence learns from this where to resume.
  socket.ping(String(position))
  stroom.beat = () => {
    deadBeats += 1
    if (deadBeats > MAX_DEAD_BEATS) stroom.end('too_slow')
    else if (!isSending) socket.ping(String(position))
  }
  // The stroom may have ended while the protocol was switched.
  if (stroom.signal.aborted) close(socket, stroom.signal.reason)

  async function send(message: Uint8Array) {
    isSending = true
    await new Promise((resolve) => socket.send(message, { binary: false }, resolve))
    isSending = false
    showLife()
  }

  try {
    for (;;) {
      const { done, value } = await stukken.next()
      if (done) return stroom.end(value ?? 'gone')
      for (const { message, sequence } of value.gewenst) {
        if (stroom.signal.aborted) return
        await send(message)
        position = sequence
      }
      position = value.tot
    }
  } catch (err) {
    log.error({ err }, 'A stroom broke off')
    stroom.end('internal_error')
  }
}

function close(socket: WebSocket, reason: StroomClose | 'gone') {
  if (reason !== 'gone') socket.close(STROOM_CLOSE_CODES[reason], reason)
}

const PATH = '/api/zaaksysteem/v1/gebeurtenissen'
/** Small, because a client has nothing to send. */
const MAX_PAYLOAD = 1_024
/** 16 bytes in base64. */
const KEY = /^[+/\da-z]{22}==$/i

type Opened = { ok: true } & OpenedStroom

/** Opens `/v1/gebeurtenissen` over a WebSocket. A refused request gets problem+json, like any other. */
export function stroomUpgrade(ctx: ZaaksysteemContext): Upgrade {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: MAX_PAYLOAD,
    perMessageDeflate: false,
    handleProtocols: () => STROOM_SUBPROTOCOL,
  })
  const beginOf = new WeakMap<IncomingMessage, number>()
  server.on('headers', (headers, request) => {
    headers.push(`API-Version: ${API_HEADERS['API-Version']}`, `${TOT_SEQUENCE}: ${beginOf.get(request)}`)
  })

  async function open(request: IncomingMessage): Promise<Opened | { ok: false; response: Response }> {
    const { method = '', url = '', headers } = request
    const asked = { method, url: new URL(url, 'http://localhost').href, headers: new Headers(readHeaders(headers)) }
    const refusal = refusePlaintext(asked, { demo: ctx.env.DEMO, log: ctx.log })
    if (refusal) return { ok: false, response: refusal }
    if (!isHandshake(headers)) return { ok: false, response: handshakeRefused() }
    if (!offers(headers['sec-websocket-protocol'])) return { ok: false, response: subprotocolMissing() }
    try {
      return await openStroom(ctx, asked, 'websocket')
    } catch (err) {
      ctx.log.error({ err }, 'A stroom could not be opened')
      return { ok: false, response: failedResponse(err) }
    }
  }

  return {
    takes: ({ method, url = '' }) => method === 'GET' && new URL(url, 'http://localhost').pathname === PATH,
    async handle(request, socket, head) {
      const opened = await open(request)
      if (!opened.ok) return opened.response
      beginOf.set(request, opened.vanaf)
      accept(server, opened, { request, socket, head }, ctx)
      return undefined
    },
  }
}

function accept(
  server: WebSocketServer,
  opened: Opened,
  { request, socket, head }: { request: IncomingMessage; socket: Socket; head: Buffer },
  { log }: Pick<ZaaksysteemContext, 'log'>,
): void {
  // ws would refuse a list with an empty element, which RFC 9110 section 5.6.1 tells us to ignore, or with a
  // duplicate.
  request.headers['sec-websocket-protocol'] = STROOM_SUBPROTOCOL
  const leave = () => opened.stroom.end('gone')
  socket.once('close', leave)
  if (socket.destroyed) leave()
  server.handleUpgrade(request, socket, head, (webSocket) => void serveWebSocket(opened, webSocket, log))
}

/**
 * RFC 6455 section 4.2.1. ws would refuse an invalid handshake too, but in HTML and after the stroom was
 * opened.
 */
function isHandshake(headers: IncomingMessage['headers']): boolean {
  const { upgrade = '', 'sec-websocket-key': key = '', 'sec-websocket-version': version } = headers
  return upgrade.toLowerCase() === 'websocket' && KEY.test(key) && version === WEBSOCKET_VERSION
}

function offers(header: string | undefined): boolean {
  return (header ?? '').split(',').some((protocol) => protocol.trim() === STROOM_SUBPROTOCOL)
}

const READ_HEADERS = ['authorization', 'last-event-id', 'traceparent', 'x-forwarded-proto'] as const

function readHeaders(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(
    READ_HEADERS.flatMap((name) => {
      const value = headers[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}
