import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { parseNetwork } from '#lib/platform/http/network.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { createOnce } from '#lib/platform/once.ts'
import { expectLinear, worstTexts } from '#lib/platform/test-worst-input.ts'
import { createWebServer } from '#lib/platform/web-server/create-web-server.ts'
import { createRouter } from '#lib/platform/web-server/router.ts'
import { findAgenda, renewAgenda, setAgenda, stopAgenda } from '#lib/publieksportaal/agenda/agenda-adres.ts'
import { handleAgenda } from '#lib/publieksportaal/agenda/handle-agenda.ts'
import { readIcs } from '#lib/publieksportaal/agenda/test-ics.ts'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { storeZaak } from '#lib/publieksportaal/sync/store-zaak.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { testZaak } from '#lib/publieksportaal/test-zaak.ts'
import * as route from './route.ts'

const BSN = '999990342'
const UNKNOWN = `/api/publieksportaal/agenda/${'A'.repeat(43)}.ics`
let now: Date
let lines: string[] = []
let ctx: TestPublieksportaal
let server: Server
let burgerId: string
let path: string

beforeAll(async () => {
  const log = createLogger('portaal', { write: (line) => void lines.push(line) }, 'debug')
  ctx = await createTestPublieksportaal({ clock: () => now, log })
  const router = createRouter({ routes: { '/api/publieksportaal/agenda/[bestand]': route }, log })
  const trustedProxies = [parseNetwork('127.0.0.1') ?? expect.fail()]
  const transport = { certificate: undefined, trustedProxies, demo: true, hostnames: ['127.0.0.1'] }
  server = createWebServer(transport, (request, response) => {
    const answer = router(request)
    return answer ? answer(request, response) : response.writeHead(418).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
beforeEach(async () => {
  now = new Date('2026-11-25T10:00:00Z')
  // a new one for each test, because it holds the rate limit counters
  ctx = { ...ctx, once: createOnce() }
  // The context of the process, which the route uses.
  Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: ctx })
  await ctx.db.burger.deleteMany()
  burgerId = (await findOrCreateBurger(ctx, BSN)).id
  await setAgenda(ctx, { burgerId, gemachtigdeId: null, taal: 'nl' })
  path = await pathOf(burgerId)
  lines = []
})
afterAll(async () => {
  server.close()
  await ctx.close()
})

async function pathOf(id: string): Promise<string> {
  return new URL((await findAgenda(ctx, { burgerId: id }))?.url ?? expect.fail('no agenda')).pathname
}

async function call(
  target = path,
  { method = 'GET', client = '203.0.113.1', ...headers }: Record<string, string> = {},
) {
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}${target}`, {
    method,
    headers: { 'X-Forwarded-For': client, 'Accept-Encoding': 'identity', ...headers },
    redirect: 'manual',
  })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

async function statuses(times: number, target: string, options?: Record<string, string>): Promise<number[]> {
  const found = []
  for (let count = 0; count < times; count++) found.push((await call(target, options)).status)
  return found
}

test('a calendar program gets the dates, uncached, and without links to other pages', async () => {
  await storeZaak(ctx, testZaak({ bsn: BSN }))
  const { status, headers, text } = await call()
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(headers.get('cache-control')).toBe('private, no-cache')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-robots-tag')).toBe('noindex, nofollow')
  expect(headers.get('set-cookie')).toBeNull()
  expect(readIcs(text).punten).toHaveLength(2)
  expect(lines).toEqual([])
})

test('an unchanged agenda answers 304, and a changed one is sent again', async () => {
  const zaak = testZaak({ bsn: BSN })
  await storeZaak(ctx, zaak)
  const etag = (await call()).headers.get('etag') as string
  expect(etag).toMatch(/^"[\w-]{43}"$/)
  for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const answer = await call(path, { 'If-None-Match': tag })
    expect(answer).toMatchObject({ status: 304, text: '' })
    expect(answer.headers.get('etag')).toBe(etag)
  }
  expect((await call(path, { 'If-None-Match': '"other"' })).status).toBe(200)
  await storeZaak(ctx, { ...zaak, versie: 2, einddatumGepland: '2026-12-24' })
  const changed = await call(path, { 'If-None-Match': etag })
  expect(changed.status).toBe(200)
  expect(changed.headers.get('etag')).not.toBe(etag)
})

test('HEAD answers as GET does, without the body', async () => {
  const [get, head] = [await call(), await call(path, { method: 'HEAD' })]
  expect(head).toMatchObject({ status: 200, text: '' })
  for (const name of ['etag', 'content-type', 'cache-control']) {
    expect(head.headers.get(name), name).toBe(get.headers.get(name))
  }
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is refused, and changes nothing', async (method) => {
  const { status, headers, text } = await call(path, { method })
  expect(status).toBe(405)
  expect(headers.get('allow')).toBe('GET, HEAD')
  expect(JSON.parse(text)).toMatchObject({ code: 'method_not_allowed' })
  expect((await call()).status).toBe(200)
})

test('an unknown, stopped, renewed or malformed address gets the same answer', async () => {
  await renewAgenda(ctx, { burgerId, gemachtigdeId: null })
  const renewed = await pathOf(burgerId)
  await stopAgenda(ctx, { burgerId, gemachtigdeId: null })
  const token = path.slice(path.lastIndexOf('/') + 1)
  const answers = []
  for (const target of [
    UNKNOWN,
    path,
    renewed,
    path.slice(0, -4),
    path.replace('.ics', '.ICS'),
    `/api/publieksportaal/agenda/${token.slice(1)}`,
    '/api/publieksportaal/agenda/%2e%2e%2f.ics',
    '/api/publieksportaal/agenda/constructor',
  ]) {
    const { status, headers, text } = await call(target)
    const kept = [...headers].filter(([name]) => name !== 'date')
    answers.push(JSON.stringify({ status, kept, text }))
  }
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toContain('application/problem+json')
  expect(JSON.parse(answers[0] as string)).toMatchObject({ status: 404 })
})

test('one address allows a burst of twenty and then one fetch a minute, for all clients together', async () => {
  const client = (count: number) => ({ client: `203.0.113.${count}` })
  for (let count = 1; count <= 20; count++) expect((await call(path, client(count))).status).toBe(200)
  const { status, headers, text } = await call(path, client(21))
  expect(status).toBe(429)
  expect(headers.get('retry-after')).toBe('60')
  expect(JSON.parse(text)).toMatchObject({ code: 'too_many_requests' })
  now = new Date(now.getTime() + 60 * SECOND_MS)
  expect(await statuses(2, path)).toEqual([200, 429])

  const { id: otherId } = await findOrCreateBurger(ctx, '999990408')
  await setAgenda(ctx, { burgerId: otherId, gemachtigdeId: null, taal: 'nl' })
  expect((await call(await pathOf(otherId))).status).toBe(200)
})

test('guessing is refused after sixty attempts per client, and a correct address is always answered', async () => {
  expect(new Set(await statuses(60, UNKNOWN))).toEqual(new Set([404]))
  const { status, headers } = await call(UNKNOWN)
  expect(status).toBe(429)
  expect(headers.get('retry-after')).toBe('1')
  // an extra X-Forwarded-For entry does not change the client
  expect((await call(UNKNOWN, { client: '198.51.100.9, 203.0.113.1' })).status).toBe(429)
  expect((await call(path)).status).toBe(200)
  expect((await call(UNKNOWN, { client: '203.0.113.2' })).status).toBe(404)
  now = new Date(now.getTime() + SECOND_MS)
  expect(await statuses(2, UNKNOWN)).toEqual([404, 429])
})

test('over plaintext it is refused, without its address in the log', async () => {
  const live = { ...ctx, env: { ...ctx.env, DEMO: false } }
  Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: live })
  const { status, text } = await call()
  expect(status).toBe(403)
  expect(JSON.parse(text)).toMatchObject({ code: 'https_required' })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('"path":"/api/publieksportaal/agenda"')
  expect((await call(path, { 'X-Forwarded-Proto': 'https' })).status).toBe(200)
})

test('an internal error hides the address, in the answer and in the log', async () => {
  const broken = { ...ctx, pool: { query: () => Promise.reject(new Error(path)) } }
  Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: broken })
  const { status, text } = await call()
  expect(status).toBe(500)
  expect(text).not.toContain(path)
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toContain(path.slice(path.lastIndexOf('/') + 1))
})

test('every address and If-None-Match is read in linear time', async () => {
  const LENGTH = 8_000
  const request = (headers: HeadersInit = {}) => new Request('http://localhost/', { headers })
  const texts = worstTexts(LENGTH)
  const patient = { ...ctx, clock: () => new Date() }
  await expectLinear((bestand) => handleAgenda({ ...patient, once: createOnce() }, request(), { bestand }), {
    ordinary: 'a'.repeat(LENGTH),
    texts: [...texts, ...texts.map((text) => `${text}.ics`)],
  })
  const bestand = path.slice(path.lastIndexOf('/') + 1)
  const headers = texts.map((text) => text.replaceAll(/[^\x20-\x7e]/g, ''))
  await expectLinear(
    (tags) => handleAgenda({ ...patient, once: createOnce() }, request({ 'If-None-Match': tags }), { bestand }),
    { ordinary: 'a'.repeat(LENGTH), texts: headers },
  )
})
