import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { connect as connectTls } from 'node:tls'
import { generate } from 'selfsigned'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { listen } from '#tools/servers/listen.ts'
import { unauthorizedResponse } from '../http/bearer-token.ts'
import { createWebServer, type Upgrade } from './create-web-server.ts'
import type { Certificate } from './read-transport.ts'

// Over a raw socket, because HTTP client libraries send no such requests.

const WEBHOOK = '/api/publieksportaal/webhooks'
const HOT_RELOAD = '/_next/hmr'
const FORBIDDEN = '/api/verboden'
const WEBSOCKET = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13']

const handled: { url: string | undefined; headers: IncomingHttpHeaders; body: string }[] = []
const servers: Server[] = []

async function handle(request: IncomingMessage, response: ServerResponse) {
  handled.push({ url: request.url, headers: request.headers, body: await text(request) })
  response.writeHead(204).end()
}

async function start(certificate?: Certificate): Promise<number> {
  const transport = { certificate, trustedProxies: [], demo: true }
  const upgrade: Upgrade = {
    takes: ({ url }) => url === HOT_RELOAD || url === FORBIDDEN,
    async handle({ url }, socket) {
      if (url === FORBIDDEN) return unauthorizedResponse()
      socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n')
      return undefined
    },
  }
  const server = createWebServer(transport, handle, [upgrade])
  servers.push(server)
  return listen(server)
}

const port = await start()
beforeEach(() => {
  handled.length = 0
})
afterAll(() => {
  for (const server of servers) server.close()
})

/** Resolves with the whole response once the server has closed the connection. */
async function send(
  requestLine: string,
  { headers = ['Connection: close'], body = '', via = () => connect(port, '127.0.0.1') } = {},
): Promise<string> {
  const socket = via()
  const length = body ? [`Content-Length: ${body.length}`] : []
  socket.write([`${requestLine} HTTP/1.1`, 'Host: localhost', ...headers, ...length, '', body].join('\r\n'))
  return text(socket)
}

function expectRefusal(answer: string, status: number, code: string) {
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(answer.toLowerCase()).toContain('content-type: application/problem+json')
  expect(answer).toContain(`"code":"${code}"`)
  expect(handled).toEqual([])
}

test.each(['/_next/webpack-hmr', '/x', WEBHOOK])('a WebSocket at %s is refused', async (target) => {
  expectRefusal(await send(`GET ${target}`, { headers: WEBSOCKET }), 400, 'upgrade_refused')
})

test('a WebSocket is refused over TLS as well', async () => {
  const { cert, private: key } = await generate(undefined, { keyType: 'ec', algorithm: 'sha256' })
  const tlsPort = await start({ cert, key })
  const via = () => connectTls({ host: '127.0.0.1', port: tlsPort, rejectUnauthorized: false })
  expectRefusal(await send('GET /x', { headers: WEBSOCKET, via }), 400, 'upgrade_refused')
})

test('an accepted WebSocket switches protocols', async () => {
  expect(await send(`GET ${HOT_RELOAD}`, { headers: WEBSOCKET })).toMatch(/^HTTP\/1\.1 101 /)
})

test('a handler may refuse a WebSocket, which closes the connection', async () => {
  const answer = await send(`GET ${FORBIDDEN}`, { headers: WEBSOCKET })
  expectRefusal(answer, 401, 'token_invalid')
  expect(answer).toContain('Connection: close')
})

test.each([
  ['a header twice', FORBIDDEN, ['Authorization: Bearer a', 'Authorization: Bearer b']],
  ['a broken escape', `${FORBIDDEN}/%ZZ`, []],
])('a WebSocket request with %s is refused before its handler', async (_, target, headers) => {
  expectRefusal(await send(`GET ${target}`, { headers: [...WEBSOCKET, ...headers] }), 400, 'upgrade_refused')
})

test('an offer to upgrade to HTTP/2 is ignored and the request is handled', async () => {
  const headers = ['Connection: close, Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABk']
  expect(await send(`POST ${WEBHOOK}`, { headers, body: '{"specversion":"1.0"}' })).toMatch(/^HTTP\/1\.1 204 /)
  expect(handled).toMatchObject([{ url: WEBHOOK, body: '{"specversion":"1.0"}' }])
})

test.each(['TRACE', 'PROPFIND', 'PURGE'])('%s is refused with the allowed methods', async (method) => {
  const answer = await send(`${method} /`)
  expectRefusal(answer, 405, 'method_not_allowed')
  expect(answer.toLowerCase()).toContain('allow: get, head, post, put, patch, delete, options')
})

test.each([
  ['no path', '*'],
  ['an origin', `http://localhost${WEBHOOK}`],
  ['a foreign origin', `http://evil.example${WEBHOOK}`],
  ['two slashes in front', `/${WEBHOOK}`],
  ['two slashes inside', '/api/publieksportaal//webhooks'],
  ['a backslash', '/api\\publieksportaal/webhooks'],
  ['a broken escape', '/%ZZ'],
  ['a broken escape in the query', '/?zoek=%ZZ'],
  ['bytes that are not UTF-8', '/?zoek=%ff'],
  ['half a surrogate', '/?zoek=%ED%A0%80'],
  ['NUL', '/mijn/%00'],
  ['NUL in the query', '/?zoek=a%00b'],
  ['a fragment', '/mijn#zaken'],
])('a request target with %s is refused, never redirected', async (_, target) => {
  expectRefusal(await send(`OPTIONS ${target}`), 400, 'target_invalid')
})

test('a target that is too long is refused', async () => {
  expectRefusal(await send(`GET /?a=${'b'.repeat(8_000)}`), 414, 'target_too_long')
})

test('headers that are too large are refused', async () => {
  expectRefusal(await send('GET /', { headers: [`Cookie: ${'a'.repeat(17_000)}`] }), 431, 'headers_too_large')
})

test.each([
  ['a header without a colon', ['Authorization']],
  ['an invalid length', ['Content-Length: x']],
])('%s is refused', async (_, headers) => {
  expectRefusal(await send('GET /', { headers }), 400, 'request_malformed')
})

test('an incomplete request is refused once', async () => {
  const [server] = servers as [Server]
  server.once('connection', (socket) =>
    server.emit('clientError', Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket),
  )
  expectRefusal(await text(connect(port, '127.0.0.1')), 408, 'request_timeout')
})

test('a query with too many parameters is refused', async () => {
  expectRefusal(await send(`GET /?${'a=&'.repeat(100)}`), 414, 'parameters_too_many')
})

test.each([
  `/api/zaaksysteem/v1/zaken?uuids=${Array(100).fill('0199a000-0000-7000-8000-00000000dead').join('%2C')}`,
  '/mijn/zaken/caf%C3%A9?naar=%2F%2Fx',
  '/balie?van=//&zoek=%F0%9F%8C%B3',
  `/balie?${'a=&'.repeat(99)}a=`,
])('%.60s is handled', async (target) => {
  expect(await send(`GET ${target}`)).toMatch(/^HTTP\/1\.1 204 /)
  expect(handled).toMatchObject([{ url: target }])
})

const ROUTER_HEADERS = ['RSC: 1', 'Next-Router-Prefetch: 1', 'X-Middleware-Prefetch: 1', 'x-nextjs-data: 1']

test.each([WEBHOOK, '/balie/../api/zaaksysteem/v1/zaken'])(
  '%s is handled without the router headers of Next.js',
  async (target) => {
    await send(`GET ${target}`, { headers: ['Connection: close', 'Accept: */*', ...ROUTER_HEADERS] })
    expect(Object.keys(handled[0]?.headers ?? {})).toEqual([
      'host',
      'connection',
      'accept',
      'x-real-ip',
      'x-forwarded-proto',
    ])
  },
)

test('a page keeps the router headers of Next.js', async () => {
  await send('GET /balie', { headers: ['Connection: close', ...ROUTER_HEADERS] })
  expect(handled[0]?.headers).toMatchObject({ rsc: '1', 'next-router-prefetch': '1' })
})
