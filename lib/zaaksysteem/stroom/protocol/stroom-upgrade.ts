import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { WebSocketServer } from 'ws'
import { STROOM_SUBPROTOCOL, TOT_SEQUENCE } from '#lib/contract/gebeurtenissen-page.ts'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import { refusePlaintext } from '#lib/platform/http/refuse-plaintext.ts'
import type { Upgrade } from '#lib/platform/web-server/create-web-server.ts'
import { failedResponse } from '#lib/platform/web-server/is-unavailable.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { type OpenedStroom, openStroom } from '../open-stroom.ts'
import { handshakeRefused, subprotocolMissing, WEBSOCKET_VERSION } from '../refusals.ts'
import { serveWebSocket } from './serve-websocket.ts'

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
