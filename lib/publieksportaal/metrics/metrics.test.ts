import { randomBytes, randomUUID } from 'node:crypto'
import { Gauge, Registry } from 'prom-client'
import { afterAll, expect, test } from 'vitest'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import { answerScrape } from '#lib/platform/metrics/answer-scrape.ts'
import { addBewijzen } from '../bewijs/test-bewijzen.ts'
import { registerTestBron } from '../bron/test-registration.ts'
import { reportAanvullingen } from '../inzending/submit-inzending.ts'
import { storeAskedZaak } from '../inzending/test-aanvulling.ts'
import { openTestPage } from '../live/test-page.ts'
import { handleWebhook } from '../receiver/handle-webhook.ts'
import { startPortal } from '../start-portal.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { bezorgingRequest, SOURCE, startTestBron, statusGewijzigd } from '../test-bron.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { metricsSource } from './read-metrics.ts'

/** Soon: a row that waits for years was leased before a clock change, and is due at once. */
const later = () => new Date(Date.now() + MINUTE_MS)
const TOKEN = randomBytes(32).toString('base64url')

const bron = await startTestBron()
const ctx = await createTestPublieksportaal({
  env: { ...bron.env, PUBLIEKSPORTAAL_METRICS_TOKEN_HASH: hashToken(TOKEN) },
})
await registerTestBron(ctx, { contentmodus: 'batch' })
afterAll(async () => {
  await (await startPortal(ctx)).close()
  await ctx.close()
  await bron.close()
})

const request = (token = TOKEN) =>
  new Request('http://localhost/api/metrics', { headers: { Authorization: `Bearer ${token}` } })

async function scrape(of = ctx): Promise<Record<string, number>> {
  const text = await (await answerScrape(request(), [metricsSource(of)])).text()
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return Object.fromEntries(samples.map((line) => [line.split(' ')[0], Number(line.split(' ')[1])]))
}
const event = () =>
  statusGewijzigd({ zaakId: randomUUID(), oudeStatus: 'ontvangen', nieuweStatus: 'besluit', sequence: 1 })
const unknown = () => ({ ...event(), type: 'nl.overheid.zaken.iets-nieuws', data: {} })

test('webhooks are counted by outcome and by reason', async () => {
  const send = async (value: object, headers = {}) => handleWebhook(ctx, await bron.deliver(value, { headers }))
  const repeated = event()
  const batch = { 'Content-Type': 'application/cloudevents-batch+json' }
  await send(repeated)
  await send(repeated)
  await send(unknown())
  await send([event(), event(), unknown(), repeated], batch)
  await send({ ...repeated, time: '2026-11-25T11:00:00Z' })
  await handleWebhook(ctx, bezorgingRequest('{}'))
  await handleWebhook(ctx, bezorgingRequest('{}', { 'Content-Type': 'text/plain' }))

  expect(await scrape()).toMatchObject({
    [`zaakbode_webhooks_received_total{source="${SOURCE}",outcome="accepted"}`]: 3,
    [`zaakbode_webhooks_received_total{source="${SOURCE}",outcome="repeated"}`]: 2,
    [`zaakbode_webhooks_received_total{source="${SOURCE}",outcome="ignored"}`]: 2,
    'zaakbode_webhooks_rejected_total{reason="different_content"}': 1,
    'zaakbode_webhooks_rejected_total{reason="invalid_token"}': 1,
    'zaakbode_webhooks_rejected_total{reason="unsupported_media_type"}': 1,
  })
})

test('open live streams and zaken to fetch are current values', async () => {
  const { live } = await startPortal(ctx)
  await ctx.db.ophaalopdracht.deleteMany()
  const page = await openTestPage(ctx, live, randomUUID())
  const zaakId = randomUUID()
  await ctx.db.ophaalopdracht.create({ data: { zaakId, volgendePoging: later() } })
  expect(await scrape()).toMatchObject({ zaakbode_live_connections: 1, 'zaakbode_outbox_depth{queue="fetch"}': 1 })
  page.end('gone')
  expect(await scrape()).toMatchObject({ zaakbode_live_connections: 0 })
})

test('bewijzen to report are counted, with the age of the oldest', async () => {
  expect(await scrape()).toMatchObject({
    'zaakbode_outbox_depth{queue="evidence"}': 0,
    'zaakbode_outbox_oldest_age_seconds{queue="evidence"}': 0,
  })
  const volgendePoging = later()
  const before = (hours: number) => new Date(Date.now() - hours * 3_600_000)
  await addBewijzen(ctx, { volgendePoging, tijdstip: before(1) })
  await addBewijzen(ctx, { volgendePoging })
  await addBewijzen(ctx, { volgendePoging: null, tijdstip: before(2) })
  const metrics = await scrape()
  expect(metrics['zaakbode_outbox_depth{queue="evidence"}']).toBe(2)
  expect(metrics['zaakbode_outbox_oldest_age_seconds{queue="evidence"}']).toBeGreaterThanOrEqual(3_600)
  expect(metrics['zaakbode_outbox_oldest_age_seconds{queue="evidence"}']).toBeLessThan(7_200)
  await ctx.db.zaak.deleteMany()
})

test('inzendingen to send are counted, with the age of the oldest', async () => {
  const none = {
    'zaakbode_outbox_depth{queue="citizen_message"}': 0,
    'zaakbode_outbox_oldest_age_seconds{queue="citizen_message"}': 0,
  }
  expect(await scrape()).toMatchObject(none)
  const { wanted, plattegrond } = await storeAskedZaak(ctx)
  const earlier = { ...ctx, clock: () => new Date('2026-12-01T10:00:00Z') }
  expect(await reportAanvullingen(earlier, { ...wanted, aanvullingen: [plattegrond] })).toMatchObject({ ok: true })
  // not due while it can be taken back
  await ctx.db.inzending.updateMany({ data: { terugTeNemenTot: later() } })
  expect(await scrape()).toMatchObject(none)
  const before = new Date(Date.now() - 3_600_000)
  await ctx.db.inzending.updateMany({ data: { terugTeNemenTot: before, volgendePoging: later() } })
  const metrics = await scrape()
  expect(metrics['zaakbode_outbox_depth{queue="citizen_message"}']).toBe(1)
  expect(metrics['zaakbode_outbox_oldest_age_seconds{queue="citizen_message"}']).toBeGreaterThanOrEqual(3_600)
  await ctx.db.inzending.deleteMany()
})

const NO_MAIL = { 'zaakbode_outbox_depth{queue="mail"}': 0, 'zaakbode_outbox_oldest_age_seconds{queue="mail"}': 0 }

test('waiting mails are counted, with the age of the oldest', async () => {
  expect(await scrape()).toMatchObject(NO_MAIL)
  const { id: burgerId } = await ctx.db.burger.create({ data: { bsnHash: randomUUID() } })
  const aangemaaktOp = new Date(Date.now() - 3_600_000)
  const row = { soort: 'bevestiging', burgerId, aangemaaktOp, volgendePoging: later() } as const
  await ctx.db.uitgaandeMail.create({ data: row })
  const metrics = await scrape()
  expect(metrics['zaakbode_outbox_depth{queue="mail"}']).toBe(1)
  expect(metrics['zaakbode_outbox_oldest_age_seconds{queue="mail"}']).toBeGreaterThanOrEqual(3_600)
  await ctx.db.uitgaandeMail.deleteMany()
})

test('mails that wait for the confirmation of an address are not counted', async () => {
  const { id: burgerId } = await ctx.db.burger.create({ data: { bsnHash: randomUUID() } })
  const verzoeken = { verzoeken: 1, verzoekenSinds: later() }
  const codes = { bevestigingHash: randomUUID(), afmeldcode: randomUUID() }
  await ctx.db.emailadres.create({ data: { burgerId, taal: 'nl', ...codes, ...verzoeken } })
  const row = { soort: 'zaak', burgerId, aangemaaktOp: new Date(), volgendePoging: later() } as const
  await ctx.db.uitgaandeMail.create({ data: row })
  expect(await scrape()).toMatchObject(NO_MAIL)
  await ctx.db.uitgaandeMail.deleteMany()
})

test('waiting pushes are counted', async () => {
  expect(await scrape()).toMatchObject({
    'zaakbode_outbox_depth{queue="push"}': 0,
    'zaakbode_outbox_oldest_age_seconds{queue="push"}': 0,
  })
  const zaak = testZaak()
  await storeZaak(ctx, zaak, { alreadySeen: true })
  const { burgerId } = await ctx.db.zaak.findUniqueOrThrow({ where: { id: zaak.uuid } })
  const device = { endpointHash: '', versleuteld: new Uint8Array(), sleutelId: '', taal: 'nl' } as const
  const apparaatId = randomUUID()
  await ctx.db.apparaat.create({ data: { id: apparaatId, burgerId, toegevoegdOp: new Date(), ...device } })
  const aangemaaktOp = new Date(Date.now() - 3_600_000)
  const row = { apparaatId, zaakId: zaak.uuid, vanVersie: 1, aangemaaktOp, volgendePoging: later() }
  await ctx.db.uitgaandePush.create({ data: { id: randomUUID(), ...row } })
  const metrics = await scrape()
  expect(metrics['zaakbode_outbox_depth{queue="push"}']).toBe(1)
  expect(metrics['zaakbode_outbox_oldest_age_seconds{queue="push"}']).toBeGreaterThanOrEqual(3_600)
})

test('an unreachable live bus stops no portal, and is reported', async () => {
  const PUBLIEKSPORTAAL_LIVE_BUS = `nats://${new URL(bron.base).host}`
  const withBus = await createTestPublieksportaal({ env: { ...ctx.variables, PUBLIEKSPORTAAL_LIVE_BUS } })
  expect(await scrape(withBus)).toMatchObject({ zaakbode_live_bus_connected: 0 })
  expect(Object.keys(await scrape())).not.toContain('zaakbode_live_bus_connected')
  await (await startPortal(withBus)).close()
  await withBus.close()
})

test('a token opens the metrics of its own system, or of both when they share it, and nothing else', async () => {
  const names = async (token: string, hashes: (string | undefined)[]) => {
    const sources = hashes.map((tokenHash, index) => {
      const registry = new Registry()
      new Gauge({ name: `system_${index}`, help: 'x', registers: [registry] }).set(1)
      return { tokenHash, read: async () => [registry] }
    })
    const response = await answerScrape(request(token), sources)
    return [response.status, ...((await response.text()).match(/^system_\d/gm) ?? [])]
  }
  const other = hashToken('other')
  expect(await names('other', [hashToken(TOKEN), other])).toEqual([200, 'system_1'])
  expect(await names('other', [other, other])).toEqual([200, 'system_0', 'system_1'])
  expect(await names('other', [hashToken(TOKEN), undefined])).toEqual([401])
  expect(await names('other', [undefined, undefined])).toEqual([404])
})
