import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import { registerTestBron } from '#lib/publieksportaal/bron/test-registration.ts'
import { openProefdeur } from '#lib/publieksportaal/proefdeur/proefdeur.ts'
import {
  bezorgingRequest,
  ORIGIN,
  SINK,
  SOURCE,
  startTestBron,
  statusGewijzigd,
  type TestBron,
} from '#lib/publieksportaal/test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { startTestApiServer } from './api-server.ts'
import { describedBy } from './test-described-by.ts'

const METHODS = ['get', 'post', 'options']
const WEBHOOK = '/webhooks'

/** One bezorging a second, to trigger the rate limit. */
const maxPerMinuut = 60
let nowMs = Date.parse('2026-11-26T10:00:00Z')
const clock = () => new Date(nowMs)

let bron: TestBron
let ctx: TestPublieksportaal
let server: Awaited<ReturnType<typeof startTestApiServer>>
// biome-ignore lint/suspicious/noExplicitAny: a sender knows what the document says, and no type of ours
let document: any
let documentUrl: string
beforeAll(async () => {
  bron = await startTestBron({ clock })
  ctx = await createTestPublieksportaal({ clock, env: bron.env })
  await registerTestBron(ctx, { maxPerMinuut })
  server = await startTestApiServer({ publieksportaal: ctx })
  documentUrl = `${server.origin}/api/publieksportaal/v1/openapi.json`
  document = await (await fetch(documentUrl)).json()
})
afterAll(async () => {
  await server.close()
  await ctx.close()
  await bron.close()
})

/** The paths of the document with their addresses on the host. */
const addresses = () =>
  Object.entries<{ servers?: { url: string }[] }>(document.paths).map(([path, item]) => {
    const [{ url }] = item.servers ?? document.servers
    return { item, pathname: new URL(`${url}${path}`).pathname }
  })

test('each path allows exactly the described methods', async () => {
  for (const { item, pathname } of addresses()) {
    const refused = await fetch(`${server.origin}${pathname}`, { method: 'PATCH' })
    expect([refused.status, refused.headers.get('API-Version')]).toEqual([405, API_HEADERS['API-Version']])
    const allowed = refused.headers.get('Allow')?.toLowerCase().split(', ') ?? []
    // HEAD and OPTIONS are allowed wherever GET is.
    const described = METHODS.filter((method) => method in item || (method === 'options' && 'get' in item))
    expect(allowed.filter((method) => method !== 'head').sort()).toEqual(described.sort())
  }
})

test('a webhook URL with a version answers with the right URL', async () => {
  const response = await fetch(`${server.origin}/api/publieksportaal/v1${WEBHOOK}`, { method: 'POST', body: '{}' })
  expect([response.status, (await response.json()).detail]).toEqual([404, expect.stringContaining(SINK)])
})

test.each(['json', 'yaml'] as const)('everybody may read openapi.%s, from any origin', async (format) => {
  const response = await fetch(documentUrl.replace('json', format), { headers: { Origin: 'https://editor.example' } })
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'api-version': API_HEADERS['API-Version'],
    'content-type': `application/${format}`,
  })
  const text = await response.text()
  expect(format === 'json' ? JSON.parse(text) : parse(text)).toEqual(document)
})

test('a proefdeur answers as described', async () => {
  const { errorsInAnswer } = describedBy(document)
  const opened = await openProefdeur(ctx, {
    actor: { soort: 'beheerder', id: 'beheerder' },
    naam: 'Een ander',
    source: SOURCE,
    origin: ORIGIN,
    jwksUrl: `${bron.base}/jwks.json`,
    apiUrl: null,
    credentialtype: 'JWT',
    contentmodus: 'structured',
  })
  const address = `${server.origin}/api/publieksportaal/proefdeuren/${opened.ok && opened.code}`
  const ask = async (method: string, init: RequestInit = {}) => {
    const response = await fetch(address, { method, ...init })
    expect(await errorsInAnswer({ path: '/proefdeuren/{code}', method, response })).toEqual([])
    return response.status
  }
  expect(await ask('OPTIONS', { headers: { 'WebHook-Request-Origin': ORIGIN } })).toBe(204)
  expect(await ask('POST', { body: '{}', headers: { 'Content-Type': 'text/plain' } })).toBe(415)
  expect(await ask('POST', { body: '{}', headers: { 'Content-Type': 'application/cloudevents+json' } })).toBe(401)
  expect(await ask('GET')).toBe(200)
})

test('the receiver answers as described', async () => {
  const { errorsInAnswer } = describedBy(document)
  const send = async ({ method, body, headers }: Request) => {
    const init = { method, headers, ...(method === 'POST' && { body: await new Response(body).arrayBuffer() }) }
    const response = await fetch(`${server.origin}${new URL(SINK).pathname}`, init)
    expect(await errorsInAnswer({ path: WEBHOOK, method, response })).toEqual([])
    return response.status
  }
  const deliver = async (event: object) => send(await bron.deliver(event))
  const deliverLater = (event: object) => {
    nowMs += 1_000
    return deliver(event)
  }
  const event = statusGewijzigd({ zaakId: randomUUID(), oudeStatus: 'a', nieuweStatus: 'b', sequence: 1 })
  expect(await deliver(event)).toBe(204)
  expect(await deliver(event)).toBe(429)
  expect(await deliverLater({ ...event, time: '2026-11-25T10:00:01Z' })).toBe(409)
  expect(await deliverLater({ ...event, data: {} })).toBe(400)
  expect(await deliver({ ...event, source: 'urn:nld:ander' })).toBe(403)
  expect(await send(bezorgingRequest(JSON.stringify(event)))).toBe(401)
  expect(await send(bezorgingRequest('hallo', { 'Content-Type': 'text/plain' }))).toBe(415)
  expect(await send(bezorgingRequest(' '.repeat(256 * 1024 + 1)))).toBe(413)
})
