import { once } from 'node:events'
import { type IncomingMessage, type OutgoingHttpHeaders, request, STATUS_CODES } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EVENT_BATCH_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import type { ApiOperation } from '#lib/zaaksysteem/api/operation.ts'
import { API_SCOPES } from '#lib/zaaksysteem/env.ts'
import { OPERATIONS } from '#lib/zaaksysteem/openapi/operations.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { registerTestZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'
import { startTestApiServer } from './api-server.ts'

// Tests the requirements of HTTP for every operation, through the real server.

const BASE = '/api/zaaksysteem/v1'
const PROBLEM = 'application/problem+json'

let ctx: TestZaaksysteem
let server: Awaited<ReturnType<typeof startTestApiServer>>
let zaakId: string
beforeAll(async () => {
  ctx = await createTestZaaksysteem({ scopes: API_SCOPES.join('+') })
  server = await startTestApiServer({ zaaksysteem: ctx })
  zaakId = (await registerTestZaak(ctx)).id
  await registerTestZaak(ctx)
})
afterAll(async () => {
  await server.close()
  await ctx.close()
})

type Call = { method?: string; headers?: OutgoingHttpHeaders; body?: string }

/** Sends a request without the headers that `fetch` adds, because a client may omit `Accept`. */
async function call(path: string, { method = 'GET', headers, body = '' }: Call = {}) {
  const length = body ? { 'Content-Length': Buffer.byteLength(body), 'Content-Type': 'application/json' } : {}
  const all = { Authorization: `Bearer ${ctx.apiToken}`, 'Idempotency-Key': 'a', ...length, ...headers }
  const sent = request(`${server.origin}${path}`, { method, headers: all, agent: false }).end(body)
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) }
}

const problemOf = ({ status, headers, body }: Awaited<ReturnType<typeof call>>) => {
  expect(headers['content-type']).toBe(PROBLEM)
  const { type, title, code, errors = [] } = JSON.parse(body.toString())
  expect([type, title]).toEqual(['about:blank', STATUS_CODES[status as number]])
  return { status, code, details: errors.map(({ detail }: { detail: string }) => detail) }
}

function addressOf({ on, below }: ApiOperation): [method: string, path: string] {
  const [method = '', path = ''] = on.split(' ')
  return [
    method,
    `${below?.path ?? BASE}${path.replace('/zaken/{uuid}', `/zaken/${zaakId}`).replaceAll(/\{[a-z]+\}/gi, ZEROS)}`,
  ]
}

const ZEROS = '00000000-0000-4000-8000-000000000000'
const READS = ['zaken', 'abonnementen', 'doorlooptijden', 'gebeurtenissen?vanaf=0', 'openapi.json', 'openapi.yaml']
const named = OPERATIONS.map((operation): [string, ApiOperation] => [operation.on, operation])

test.each(named)('%s with a trailing slash is a 404', async (_, operation) => {
  const [method, path] = addressOf(operation)
  expect(problemOf(await call(`${path}/`, { method, body: method === 'POST' ? '{}' : '' }))).toMatchObject({
    status: 404,
    code: 'not_found',
  })
})

test.each(named)('%s reports each unknown or repeated parameter', async (_, operation) => {
  const [method, path] = addressOf(operation)
  const [known] = Object.keys((operation.describedQuery ?? operation.query)?.shape ?? {})
  const query = `?zomaar=1&nog%20iets=2${known ? `&${known}=0&${known}=0` : ''}`
  const { status, code, details } = problemOf(await call(`${path}${query}`, { method }))
  expect([status, code]).toEqual([400, 'query_invalid'])
  const twice = known ? [`Send ${known} once.`] : []
  expect(details).toEqual(
    expect.arrayContaining(['There is no parameter zomaar.', 'There is no parameter nog iets.', ...twice]),
  )
})

test('a mistyped parameter gets a suggestion', async () => {
  const { details } = problemOf(await call(`${BASE}/zaken?limit=5`))
  expect(details).toEqual(['There is no parameter limit. Did you mean limiet?'])
})

test.each([
  [undefined, 200],
  ['*/*', 200],
  ['application/*;q=0.1', 200],
  ['text/html, APPLICATION/JSON ; q=0.5', 200],
  ['application/json; charset=utf-8', 200],
  ['application/json;version="1,2";q=0.3', 200],
  ['text/html', 406],
  ['application/json;q=0', 406],
  ['application/json;q=0, */*', 406],
  ['text/html, */*;q=0', 406],
  ['application/xml, application/problem+json', 406],
])('Accept: %s answers %i', async (accept, status) => {
  const answer = await call(`${BASE}/zaken`, { headers: accept === undefined ? {} : { Accept: accept } })
  expect(answer.status).toBe(status)
  if (status === 406) expect(problemOf(answer).code).toBe('not_acceptable')
})

test('a request that answers 406 has no effect', async () => {
  const body = JSON.stringify({
    protocol: 'HTTP',
    sink: 'https://portaal.test/',
    sinkcredential: { credentialtype: 'JWT' },
  })
  const answer = await call(`${BASE}/abonnementen`, { method: 'POST', body, headers: { Accept: 'text/html' } })
  expect([answer.status, await ctx.db.abonnement.count()]).toEqual([406, 0])
})

test.each([
  ['application/cloudevents-batch+json, text/event-stream', EVENT_BATCH_CONTENT_TYPE],
  ['text/event-stream;q=0.5, application/json', EVENT_BATCH_CONTENT_TYPE],
  ['text/event-stream;q=0, */*', EVENT_BATCH_CONTENT_TYPE],
  ['*/*', EVENT_BATCH_CONTENT_TYPE],
])('events with Accept: %s are sent as %s', async (accept, type) => {
  const answer = await call(`${BASE}/gebeurtenissen?vanaf=0`, { headers: { Accept: accept } })
  expect([answer.status, answer.headers['content-type'], answer.headers.vary]).toEqual([
    200,
    type,
    'Accept, Accept-Encoding',
  ])
})

test.each([
  ['application/json', 'application/json'],
  ['application/jwk-set+json', 'application/jwk-set+json'],
  ['application/jwk-set+json, application/json;q=0.9', 'application/jwk-set+json'],
])('keys with Accept: %s are sent as %s', async (accept, type) => {
  const { headers } = await call('/api/zaaksysteem/jwks.json', { headers: { Accept: accept } })
  expect([headers['content-type'], headers.vary]).toEqual([type, 'Accept'])
})

test.each(named.filter(([on, { hasHead }]) => on.startsWith('GET') && hasHead !== false))(
  'HEAD answers the headers of %s, and is in Allow',
  async (_, operation) => {
    const [, path] = addressOf(operation)
    const [get, head] = [await call(path), await call(path, { method: 'HEAD' })]
    expect(head.body).toHaveLength(0)
    const { date: _date, connection: _connection, ...headers } = get.headers
    expect([head.status, head.headers]).toEqual([get.status, expect.objectContaining(headers)])
    const own = named.map(([on]) => on)
    const method = ['PATCH', 'POST'].find((other) => !own.includes(operation.on.replace('GET', other)))
    expect((await call(path, { method })).headers.allow).toMatch(/GET, HEAD/)
  },
)

test.each([...READS, `zaken/ZAAK`])('GET %s with a matching If-None-Match answers 304', async (read) => {
  const path = `${BASE}/${read.replace('ZAAK', zaakId)}`
  const { headers } = await call(path)
  const { etag = '' } = headers
  expect(etag).toMatch(/^"(?:1-)?[\w-]{43}"$/)
  for (const tag of [etag, `W/${etag}`, `"x" , ${etag}`, '*', etag.replace(/"$/, '-gzip"')]) {
    const again = await call(path, { headers: { 'If-None-Match': tag } })
    expect([again.status, again.body.length, again.headers['content-type']], tag).toEqual([304, 0, undefined])
    expect(again.headers['cache-control']).toBe(headers['cache-control'])
  }
  for (const tag of ['"x"', etag.slice(1, -1)]) {
    expect((await call(path, { headers: { 'If-None-Match': tag } })).status).toBe(200)
  }
})

test.each([
  ['br', 'br'],
  ['gzip', 'gzip'],
  ['gzip;q=0.5, br', 'br'],
  ['br;q=0, *', 'gzip'],
  ['gzip, br, zstd', 'gzip'],
  ['identity', undefined],
  ['br;q=0, gzip;q=0', undefined],
  [undefined, undefined],
])('Accept-Encoding: %s is answered with %s', async (accepted, coding) => {
  const path = `${BASE}/zaken`
  const plain = await call(path)
  const answer = await call(path, { headers: accepted === undefined ? {} : { 'Accept-Encoding': accepted } })
  expect([answer.headers['content-encoding'], answer.headers.vary]).toEqual([coding, 'Accept-Encoding'])
  const decode = { br: brotliDecompressSync, gzip: gunzipSync }
  const body = coding ? decode[coding as keyof typeof decode](answer.body) : answer.body
  expect(JSON.parse(body.toString())).toEqual(JSON.parse(plain.body.toString()))
  expect(answer.headers['content-length']).toBe(String(answer.body.length))
  expect(answer.headers.etag).toBe(plain.headers.etag?.replace(/"$/, coding ? `-${coding}"` : '"'))
  if (coding) expect(answer.body.length).toBeLessThan(plain.body.length / 3)
})

test('a response below one kilobyte is not compressed', async () => {
  const { headers } = await call(`${BASE}/abonnementen`, { headers: { 'Accept-Encoding': 'br' } })
  expect([headers['content-encoding'], headers.vary]).toEqual([undefined, undefined])
})

test('two hundred concurrent requests for the keys succeed beside two hundred of API clients', async () => {
  const crowd = Array.from({ length: 200 }, () => call(`${BASE}/zaken`))
  const answers = await Promise.all(Array.from({ length: 200 }, () => call('/api/zaaksysteem/jwks.json')))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(new Set(answers.map(({ body }) => body.toString())).size).toBe(1)
  await Promise.all(crowd)
})
