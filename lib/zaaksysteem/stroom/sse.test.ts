import { EventSource } from 'eventsource'
import { afterAll, afterEach, expect, test } from 'vitest'
import { createOnce } from '#lib/platform/once.ts'
import { eventText } from '../outbox/event-text.ts'
import { createTestZaaksysteem } from '../test-context.ts'
import { purgeExpired } from '../upkeep/purge-expired.ts'
import { closeStromen, stromenOf } from './start-stromen.ts'
import { addGebeurtenissen, startStroomServer } from './test-stroom-server.ts'

const KAP = 'OMG-KAP'
const FEEST = 'APV-EVEN'
const DAY_MS = 24 * 60 * 60 * 1000
let now = new Date('2026-11-25T09:00:00Z')
const sources: EventSource[] = []

const ctx = await createTestZaaksysteem({ clock: () => now })
const web = await startStroomServer(ctx)
await addGebeurtenissen(ctx, KAP, FEEST, KAP)
afterEach(() => {
  for (const source of sources.splice(0)) source.close()
})
afterAll(async () => {
  await web.close()
  await ctx.close()
})

const headers = () => ({ Authorization: `Bearer ${ctx.apiToken}`, Accept: 'text/event-stream' })
const authorized: typeof fetch = (url, init) => fetch(url, { ...init, headers: { ...init?.headers, ...headers() } })
const sent = async (sequence: number) => {
  const { body } = await ctx.db.gebeurtenis.findUniqueOrThrow({ where: { sequence } })
  return eventText(ctx, body as string)
}

/** Opens an EventSource of another library, and collects what it receives. */
function listen(query: string) {
  const source = new EventSource(`${web.url}?${query}`, { fetch: authorized })
  sources.push(source)
  const heard: MessageEvent[] = []
  const posities: string[] = []
  source.addEventListener('message', (event) => heard.push(event))
  source.addEventListener('positie', ({ data }) => posities.push(data))
  return { source, heard, posities, ids: () => heard.map(({ lastEventId }) => Number(lastEventId)) }
}

test('a stroom sends all events from a sequence and each new one, byte for byte as delivered', async () => {
  const { ids, heard, posities } = listen('vanaf=1')
  await expect.poll(ids).toEqual([2, 3])
  await addGebeurtenissen(ctx, FEEST)
  await expect.poll(ids).toEqual([2, 3, 4])
  expect(heard[2]?.data).toBe(await sent(4))
  expect(posities[0]).toBe('1')
})

test('a stroom without a sequence sends events from now on', async () => {
  const { ids, posities } = listen('')
  await expect.poll(() => posities).toEqual(['4'])
  await addGebeurtenissen(ctx, KAP)
  await expect.poll(ids).toEqual([5])
})

test('after a broken connection an EventSource resumes without a gap or a repeat', async () => {
  const { ids } = listen('vanaf=3')
  await expect.poll(ids).toEqual([4, 5])
  web.server.closeAllConnections()
  await addGebeurtenissen(ctx, FEEST)
  await expect.poll(ids).toEqual([4, 5, 6])
})

test('a filtered stroom sends matching events, and a beat tells its position', async () => {
  const { ids, posities, source } = listen(`vanaf=0&zaaktypen=${KAP}`)
  await expect.poll(ids).toEqual([1, 3, 5])
  const { beat, count } = await stromenOf(ctx)
  // The server notices with a delay that stromen of earlier tests were closed.
  await expect.poll(() => count('sse')).toBe(1)
  await expect
    .poll(() => {
      beat()
      return posities.at(-1)
    })
    .toBe('6')
  source.close()
  await expect.poll(() => count('sse')).toBe(0)
})

test('opening a stroom is audited, and open ones are counted', async () => {
  const seen = await ctx.db.auditregel.findFirstOrThrow({ where: { handeling: 'stroom_openen' } })
  expect(seen).toMatchObject({ actor: 'publieksportaal', objectSoort: 'stroom', objectId: 'sse' })
})

const open = (query: string, more: Record<string, string> = {}) =>
  fetch(`${web.url}?${query}`, { headers: { ...headers(), ...more } })

test('Last-Event-ID takes precedence over vanaf in the URL', async () => {
  const response = await open('vanaf=0', { 'Last-Event-ID': '4' })
  expect(response.headers.get('Content-Type')).toBe('text/event-stream; charset=utf-8')
  expect(response.headers.get('Cache-Control')).toBe('no-store, no-transform')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (!text.includes('data: {')) text += (await reader?.read())?.value
  expect(text).toMatch(/^retry: \d{4}\nid: 4\nevent: positie\ndata: 4\n\nid: 5\ndata: \{/)
  await reader?.cancel()
})

test('a withdrawn token ends its stroom and cannot reconnect', async () => {
  const response = await open('vanaf=0')
  const withdrawn = ctx.env.ZAAKSYSTEEM_API_TOKENS.splice(0)
  await ctx.pool.query('notify api_client')
  expect(await response.text()).toContain('id: 6\n')
  expect((await open('vanaf=0')).status).toBe(401)
  ctx.env.ZAAKSYSTEEM_API_TOKENS.push(...withdrawn)
})

test('a process that stops tells its readers how long to wait before reconnecting', async () => {
  const response = await open('vanaf=6')
  await closeStromen(ctx)
  expect(await response.text()).toMatch(/^retry: \d{4}\nid: 6\nevent: positie\ndata: 6\n\nretry: \d{4}\n$/)
})

test.each([
  [400, 'query_invalid', 'vanaf=x', {}],
  [400, 'query_invalid', 'vanaf=0', { 'Last-Event-ID': 'x' }],
  [401, 'token_invalid', 'vanaf=0', { Authorization: 'Bearer x' }],
  [409, 'sequence_unknown', 'vanaf=1000', {}],
])('a request for a stroom is refused with %i %s', async (status, code, query, more) => {
  const response = await open(query, more)
  expect([response.status, await response.json()]).toMatchObject([status, { code }])
})

test('a stroom that would begin with a purged event gets 410 instead', async () => {
  now = new Date(now.getTime() + (ctx.env.ZAAKSYSTEEM_BEWAARTERMIJN_DAGEN + 1) * DAY_MS)
  await purgeExpired(ctx)
  // The process still has the newest events in memory.
  const other = await startStroomServer({ ...ctx, once: createOnce() })
  const response = await fetch(`${other.url}?vanaf=0`, { headers: headers() })
  expect([response.status, await response.json()]).toMatchObject([410, { code: 'events_purged' }])
  await other.close()
})
