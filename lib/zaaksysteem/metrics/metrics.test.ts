import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { distributeAndClaim } from '../bezorging/claim/distribute-and-lease.ts'
import { createTestBezorging, createTestGebeurtenis } from '../bezorging/overzicht/test-bezorging.ts'
import { observePoging } from '../bezorging/record/poging-metrics.ts'
import { createRecorder } from '../bezorging/record/recorder.ts'
import { deliver, makeParcels } from '../bezorging/send/deliver.ts'
import { addAbonnement, subscribe } from '../bezorging/test-abonnement.ts'
import { startTestSink } from '../egress/test-sink.ts'
import { closeStromen, stromenOf } from '../stroom/start-stromen.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { handleMetrics } from './read-metrics.ts'

const NOW = new Date('2026-11-27T08:12:00Z')
const TOKEN = randomBytes(32).toString('base64url')

const ctx = await openTestZaaksysteem({
  clock: () => NOW,
  env: { ZAAKSYSTEEM_METRICS_TOKEN_HASH: hashToken(TOKEN) },
})
const busy = await addAbonnement(ctx, { naam: 'Zaaksite', circuitOpenTot: NOW })
const idle = await addAbonnement(ctx)

const request = (headers: HeadersInit = {}, method = 'GET') =>
  new Request('http://localhost/api/metrics', { method, headers })
const authorized = { Authorization: `Bearer ${TOKEN}` }

/** Returns the samples of a scrape, by name and labels as written in the text format. */
async function scrape(of = ctx): Promise<Record<string, number>> {
  const text = await (await handleMetrics(of, request(authorized))).text()
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return Object.fromEntries(
    samples.map((line) => {
      const [, name, value] = /^(\S+) (\S+)$/.exec(line) ?? []
      if (!name) throw new Error(`not a sample: ${line}`)
      return [name, Number(value)]
    }),
  )
}

test('open stromen are counted by kind, in a process that has had some', async () => {
  const { open } = await stromenOf(ctx)
  const stroom = open({ soort: 'sse', client: 'x', authorization: '', zaaktypen: undefined })
  expect(await scrape()).toMatchObject({ 'zaakbode_streams{kind="sse"}': 1, 'zaakbode_streams{kind="websocket"}': 0 })
  if (typeof stroom === 'object') stroom.end('gone')
  expect(await scrape()).toMatchObject({ 'zaakbode_streams{kind="sse"}': 0 })
  await closeStromen(ctx)
  expect(Object.keys(await scrape()).join()).not.toContain('zaakbode_streams')
})

test('queue metrics of every abonnement are read from the database at the scrape', async () => {
  const secondsFromNow = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000)
  const [first, second, third] = [
    await createTestGebeurtenis(ctx),
    await createTestGebeurtenis(ctx),
    await createTestGebeurtenis(ctx),
  ]
  const late = { abonnementId: busy, gebeurtenis: first, herhaling: true, volgendePoging: secondsFromNow(-90) }
  await createTestBezorging(ctx, late)
  await createTestBezorging(ctx, { abonnementId: busy, gebeurtenis: second, volgendePoging: secondsFromNow(-5) })
  await createTestBezorging(ctx, { abonnementId: busy, gebeurtenis: third, status: 'mislukt', volgendePoging: null })
  // One is not due yet, the other waits for an earlier bezorging of its zaak.
  await createTestBezorging(ctx, { abonnementId: idle, gebeurtenis: first, volgendePoging: secondsFromNow(60) })
  await createTestBezorging(ctx, { abonnementId: idle, gebeurtenis: second, volgendePoging: null })
  await registerTestZaak(ctx)
  const bestand = { naam: '', versleuteld: new Uint8Array(1), sleutelId: 'test-1', aangemaaktOp: NOW }
  await ctx.db.bestand.create({ data: { ...bestand, id: randomUUID(), scannenOp: NOW } })
  await ctx.db.bestand.create({ data: { ...bestand, id: randomUUID(), virusscan: 'schoon' } })

  expect(await scrape()).toMatchObject({
    [`zaakbode_queue_depth{abonnement="${busy}"}`]: 2,
    [`zaakbode_queue_depth{abonnement="${idle}"}`]: 2,
    [`zaakbode_oldest_due_age_seconds{abonnement="${busy}"}`]: 90,
    [`zaakbode_oldest_due_age_seconds{abonnement="${idle}"}`]: 0,
    [`zaakbode_circuit_open{abonnement="${busy}"}`]: 1,
    [`zaakbode_circuit_open{abonnement="${idle}"}`]: 0,
    [`zaakbode_dead_letters{abonnement="${busy}"}`]: 1,
    [`zaakbode_dead_letters{abonnement="${idle}"}`]: 0,
    zaakbode_undistributed_events: 1,
    zaakbode_bestanden_to_scan: 1,
  })
})

test('attempts are counted by outcome, and timed when delivered', async () => {
  const bezorging = { abonnementId: busy, herhaling: false }
  observePoging(ctx, { bezorging, foutsoort: null, duurMs: 20 })
  observePoging(ctx, { bezorging: { ...bezorging, herhaling: true }, foutsoort: null, duurMs: 300 })
  observePoging(ctx, { bezorging: { ...bezorging, herhaling: true }, foutsoort: 'timeout', duurMs: 15_000 })

  expect(await scrape()).toMatchObject({
    [`zaakbode_deliveries_total{abonnement="${busy}",outcome="delivered"}`]: 2,
    [`zaakbode_deliveries_total{abonnement="${busy}",outcome="timeout"}`]: 1,
    [`zaakbode_retries_total{abonnement="${busy}"}`]: 2,
    [`zaakbode_delivery_duration_seconds_bucket{le="0.01",abonnement="${busy}"}`]: 0,
    [`zaakbode_delivery_duration_seconds_bucket{le="0.025",abonnement="${busy}"}`]: 1,
    [`zaakbode_delivery_duration_seconds_bucket{le="0.5",abonnement="${busy}"}`]: 2,
    [`zaakbode_delivery_duration_seconds_bucket{le="+Inf",abonnement="${busy}"}`]: 2,
    [`zaakbode_delivery_duration_seconds_sum{abonnement="${busy}"}`]: 0.32,
  })
})

test('a worker counts the attempts that it recorded', async () => {
  const sink = await startTestSink({ answer: (response) => response.writeHead(503).end() })
  const id = await subscribe(ctx, sink.url)
  await registerTestZaak(ctx)
  const { claimed } = await distributeAndClaim(ctx, { limit: 10 })
  const toSink = claimed.filter(({ abonnementId }) => abonnementId === id)
  const pogingen = await Promise.all(makeParcels(toSink).map((parcel) => deliver(ctx, parcel)))
  await createRecorder(ctx).record(pogingen.flat())
  await sink.close()
  expect(await scrape()).toMatchObject({
    [`zaakbode_deliveries_total{abonnement="${id}",outcome="http_5xx"}`]: toSink.length,
    [`zaakbode_queue_depth{abonnement="${id}"}`]: toSink.length,
  })
})

test('a deleted abonnement has no queue metrics', async () => {
  const gone = await addAbonnement(ctx)
  expect(await scrape()).toHaveProperty([`zaakbode_queue_depth{abonnement="${gone}"}`])
  await ctx.db.abonnement.delete({ where: { id: gone } })
  expect(await scrape()).not.toHaveProperty([`zaakbode_queue_depth{abonnement="${gone}"}`])
})

test('a scrape holds metrics of the process, and no name of an abonnement', async () => {
  const response = await handleMetrics(ctx, request(authorized))
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  const text = await response.text()
  expect(text).toMatch(/^process_cpu_seconds_total \d/m)
  expect(text).not.toContain('Zaaksite')
  expect(text.match(/^# TYPE (\S+)/gm)?.length).toBe(new Set(text.match(/^# TYPE (\S+)/gm)).size)
})

test.each([
  ['no token', {}],
  ['another token', { Authorization: `Bearer ${TOKEN}x` }],
  ['the hash for a token', { Authorization: `Bearer ${hashToken(TOKEN)}` }],
  ['another scheme', { Authorization: `Basic ${TOKEN}` }],
])('%s gives 401 without metrics', async (_, headers) => {
  const response = await handleMetrics(ctx, request(headers))
  expect(response.status).toBe(401)
  expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/)
  expect(await response.text()).not.toContain('zaakbode_')
})

test('only reading is possible', async () => {
  const response = await handleMetrics(ctx, request(authorized, 'POST'))
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('GET, HEAD')
})

test('without a configured token every scrape is refused', async () => {
  const closed = { ...ctx, env: { ...ctx.env, ZAAKSYSTEEM_METRICS_TOKEN_HASH: undefined } }
  expect((await handleMetrics(closed, request(authorized))).status).toBe(404)
})
