import { once } from 'node:events'
import { Agent, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { processMetrics } from '#lib/platform/metrics/process-metrics.ts'
import { createWebServer } from '#lib/platform/web-server/create-web-server.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { OPERATIONS } from '../openapi/operations.ts'
import { apiAdmission } from './api-admission.ts'

const ZAKEN = '/api/zaaksysteem/v1/zaken'
const BURST = 600
const TOKENS = ['een', 'ander'].map((client) => ({ client, tokenHash: hashToken(`token-${client}`) }))
let server: Server
let agent: Agent
let isHolding: boolean
let handled: { url: string | undefined; response: ServerResponse }[]

/** Like that of Next.js, its promise resolves once the response has been sent. */
async function handle({ url }: IncomingMessage, response: ServerResponse) {
  handled.push({ url, response })
  if (!isHolding) response.writeHead(204).end()
  await once(response, 'close')
}

beforeEach(async () => {
  handled = []
  isHolding = true
  agent = new Agent({ keepAlive: true })
  const transport = { certificate: undefined, trustedProxies: [], demo: true }
  const ctx = { env: { ZAAKSYSTEEM_API_TOKENS: TOKENS } } as ZaaksysteemContext
  server = createWebServer(transport, handle, undefined, apiAdmission(ctx, OPERATIONS)).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => {
  agent.destroy()
  server.closeAllConnections()
  server.close()
})

type Call = { method?: string; client?: string; body?: string; accept?: string }

async function call(path: string, { method = 'GET', client = 'een', body = '', accept = '*/*' }: Call = {}) {
  const headers = { Authorization: `Bearer token-${client}`, 'Content-Length': Buffer.byteLength(body), Accept: accept }
  const { port } = server.address() as AddressInfo
  const sent = request({ host: '127.0.0.1', port, path, method, headers, agent }).end(body)
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return { status: response.statusCode, headers: response.headers, body: await text(response), socket: sent.socket }
}
const burst = (path: string, options?: Call) => Array.from({ length: BURST }, () => call(path, options))

/** Answers the requests under way, and from now on every request at once. */
function answerAll() {
  isHolding = false
  for (const { response } of handled) response.writeHead(204).end()
}
const statusesOf = async (calls: ReturnType<typeof call>[]) => (await Promise.all(calls)).map(({ status }) => status)

test('of a burst of one client five hundred requests wait, and the rest get 503 with Retry-After at once', async () => {
  const calls = burst(ZAKEN)
  const first = await Promise.race(calls)
  expect(first).toMatchObject({
    status: 503,
    headers: { 'retry-after': '2', 'content-type': 'application/problem+json' },
  })
  expect(JSON.parse(first.body)).toMatchObject({ code: 'overloaded' })
  answerAll()
  const statuses = await statusesOf(calls)
  expect(new Set(statuses)).toEqual(new Set([204, 503]))
  expect(await processMetrics().metrics()).toMatch(/zaakbode_requests_refused_total\{status="503"\} [1-9]/)
})

test('the number of concurrent requests has a limit, and another client gets its turn', async () => {
  const calls = burst(ZAKEN)
  await Promise.race(calls)
  const other = call(ZAKEN, { client: 'ander' })
  expect(handled).toHaveLength(6)
  answerAll()
  expect(await other).toMatchObject({ status: 204 })
  await Promise.all(calls)
})

test('handelingen have more places, in their own lane', async () => {
  const acts = burst(`${ZAKEN}/1/statussen`, { method: 'POST', body: '{}' })
  await Promise.race(acts)
  const other = call(ZAKEN)
  await expect.poll(() => handled.length).toBe(33)
  answerAll()
  expect(await other).toMatchObject({ status: 204 })
  await Promise.all(acts)
})

test.each([
  ['without a valid token', ZAKEN, { client: 'vreemd' }],
  ['to the callbacks', '/api/zaaksysteem/v1/toestemming/sleutel', { client: 'vreemd' }],
  ['under another spelling of the path', '/api/zaaksysteem/v%31/x/../zaken', { client: 'vreemd' }],
])('a flood of requests %s takes no places from clients, pages or the webhook', async (_, path, options) => {
  const flood = burst(path, options)
  await Promise.race(flood)
  const others = [ZAKEN, '/balie', '/api/publieksportaal/webhooks', '/api/publieksportaal/live'].map((url) => call(url))
  await expect.poll(() => handled.length).toBeGreaterThanOrEqual(others.length)
  expect(handled.filter(({ url }) => url === path).length).toBeLessThanOrEqual(2)
  answerAll()
  expect(await statusesOf(others)).toEqual([204, 204, 204, 204])
  await Promise.all(flood)
})

test.each([
  ['the keys', '/api/zaaksysteem/jwks.json', 'GET'],
  ['the description', '/api/zaaksysteem/v1/openapi.json', 'GET'],
  ['the allowed methods', '/api/zaaksysteem/v1/abonnementen', 'OPTIONS'],
])('a request for %s does not wait, because it is answered from memory', async (_, path, method) => {
  const calls = burst(path, { client: 'vreemd', method })
  await expect.poll(() => handled.length).toBe(BURST)
  answerAll()
  expect(new Set(await statusesOf(calls))).toEqual(new Set([204]))
})

test('streams and long polls take no places from other requests', async () => {
  const target = '/api/zaaksysteem/v1/gebeurtenissen?vanaf=0'
  const streams = Array.from({ length: 20 }, () => call(`${target}&wacht=30`))
  const sse = call('/api/zaaksysteem/v%31/gebeurtenissen?vanaf=0', { accept: 'text/html, Text/Event-Stream;q=0.9' })
  await expect.poll(() => handled.length).toBe(21)
  const others = [`${target}&wacht=0`, `${target}&wacht=5&wacht=0`, `${target}&wacht=x`, ZAKEN].map((path) =>
    call(path),
  )
  const more = burst(target)
  await Promise.race(more)
  expect(handled).toHaveLength(21 + 6)
  answerAll()
  expect(await statusesOf(others)).toEqual([204, 204, 204, 204])
  await Promise.all([...streams, sse, ...more])
})

test('a stream without a valid token is refused at once', async () => {
  const target = '/api/zaaksysteem/v1/gebeurtenissen?wacht=30'
  expect(await call(target, { client: 'vreemd', accept: 'text/event-stream' })).toMatchObject({ status: 401 })
  expect(handled).toEqual([])
})

test('a wrong token gets the refusal of the API before the request is handled', async () => {
  const refused = await call(ZAKEN, { client: 'vreemd' })
  expect(refused).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } })
  expect(JSON.parse(refused.body)).toMatchObject({ code: 'token_invalid' })
  expect(handled).toEqual([])
})

test('the body of a refused request is read, so that its connection can be used again', async () => {
  const body = 'x'.repeat(200_000)
  const refused = await call(ZAKEN, { method: 'POST', client: 'vreemd', body })
  const next = await call(ZAKEN, { method: 'POST', client: 'vreemd', body })
  expect([refused.status, next.status, next.socket === refused.socket]).toEqual([401, 401, true])
})

test('a client that sends its body slowly gives its place back', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { port } = server.address() as AddressInfo
  const head = `POST ${ZAKEN} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer token-een\r\nContent-Length: 9\r\n\r\n`
  const slow = Array.from({ length: 6 }, () => connect(port, '127.0.0.1'))
  for (const socket of slow) socket.write(`${head}{`)
  await expect.poll(() => handled).toHaveLength(6)
  const closed = slow.map((socket) => once(socket.on('error', () => {}).resume(), 'close'))
  await vi.advanceTimersByTimeAsync(5_000)
  vi.useRealTimers()
  await Promise.all(closed)
  answerAll()
  expect(await call(ZAKEN, { method: 'POST', body: '{}' })).toMatchObject({ status: 204 })
})
