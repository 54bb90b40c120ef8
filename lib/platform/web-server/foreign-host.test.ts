import { once } from 'node:events'
import { request, type Server } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { listen } from '#tools/servers/listen.ts'
import { parseNetwork } from '../http/network.ts'
import { createWebServer, type Upgrade } from './create-web-server.ts'
import type { Transport } from './read-transport.ts'

const HOT_RELOAD = '/_next/hmr'
const PROXY = { trustedProxies: [parseNetwork('127.0.0.1') ?? expect.fail()] }

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function start(transport: Partial<Transport>): Promise<number> {
  const all = { certificate: undefined, trustedProxies: [], demo: false, hostnames: ['portaal.example'], ...transport }
  const upgrade: Upgrade = {
    takes: ({ url }) => url === HOT_RELOAD,
    async handle(_, socket) {
      socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n')
      return undefined
    },
  }
  const server = createWebServer(all, (_, response) => response.writeHead(204).end(), [upgrade])
  servers.push(server)
  return listen(server)
}

async function statusOf(port: number, path: string, headers: Record<string, string>): Promise<number | undefined> {
  const sent = request({ host: '127.0.0.1', port, path, headers, agent: false }).end()
  const [response] = await once(sent, 'response')
  response.resume()
  return response.statusCode
}

test.each(['localhost:3000', 'LOCALHOST', '127.0.0.1:3000', '127.0.0.2', '[::1]:3000', '[::1]'])(
  'the demo answers at %s',
  async (host) => {
    const port = await start({ demo: true })
    expect(await statusOf(port, '/demo', { host })).toBe(204)
    expect(await statusOf(port, '/api/zaaksysteem/v1/zaken', { host })).toBe(204)
  },
)

test.each([
  'evil.example:3000',
  'localhost.evil.example',
  'evil.localhost',
  'localhost:3000@evil.example',
  'evil.example, localhost',
  'localhost, evil.example',
  'localhost/evil.example',
  '192.168.1.20:3000',
  '0.0.0.0:3000',
  '[::ffff:192.168.1.20]',
  '127.0.0.1.nip.io',
])('the demo refuses the host %s', async (host) => {
  const port = await start({ demo: true })
  for (const path of ['/balie', '/api/zaaksysteem/auth/csrf', '/api/zaaksysteem/v1/zaken', '/api/health/ready']) {
    expect(await statusOf(port, path, { host })).toBe(421)
  }
})

test('the demo refuses a request without Host', async () => {
  const socket = connect(await start({ demo: true }), '127.0.0.1')
  socket.write('GET /balie HTTP/1.0\r\n\r\n')
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 421 .*"code":"host_unknown"/s)
})

test.each([
  ['localhost', 101],
  ['evil.example', 400],
])('the WebSocket for hot reload answers the host %s with %i', async (host, status) => {
  const socket = connect(await start({ demo: true }), '127.0.0.1')
  socket.write(`GET ${HOT_RELOAD} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)
  expect(await text(socket)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
})

test('a host in the target does not replace Host', async () => {
  const socket = connect(await start({ demo: true }), '127.0.0.1')
  socket.write('GET http://localhost/balie HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n')
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /)
})

test('outside the demo pages are served at the configured address only', async () => {
  const port = await start({})
  expect(await statusOf(port, '/mijn', { host: 'portaal.example' })).toBe(204)
  expect(await statusOf(port, '/mijn', { host: 'portaal.example:8443' })).toBe(204)
  for (const host of ['10.0.0.7', 'localhost', 'evil.example'])
    expect(await statusOf(port, '/mijn', { host })).toBe(421)
})

test('outside the demo the API and health checks accept any host', async () => {
  const port = await start({})
  expect(await statusOf(port, '/api/health/ready', { host: '10.0.0.7:3000' })).toBe(204)
  expect(await statusOf(port, '/api/publieksportaal/webhooks', { host: 'portaal.intern' })).toBe(204)
})

test('X-Forwarded-Host is used from a trusted proxy only', async () => {
  const forwarded = { host: 'upstream:3000', 'x-forwarded-host': 'portaal.example, tussen.example' }
  expect(await statusOf(await start(PROXY), '/mijn', forwarded)).toBe(204)
  expect(await statusOf(await start({}), '/mijn', forwarded)).toBe(421)
  const rebound = { host: 'evil.example', 'x-forwarded-host': 'localhost' }
  expect(await statusOf(await start({ demo: true }), '/balie', rebound)).toBe(421)
})
