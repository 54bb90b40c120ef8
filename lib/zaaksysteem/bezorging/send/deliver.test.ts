import { createHash, createPublicKey, type JsonWebKey } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import jsonwebtoken from 'jsonwebtoken'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { demoBezorgingen } from '#demo/stage/demo-feeds.ts'
import { VERKEER_MOMENT } from '#demo/stage/verkeer.ts'
import { startTestSink, type TestSink } from '../../egress/test-sink.ts'
import { distributeGebeurtenissen } from '../../outbox/distribute-gebeurtenissen.ts'
import { publishedJwks } from '../../signing/published-jwks.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { changeStatus } from '../../zaak/handelingen/status/change-status.ts'
import { AANVRAGER, registerSoundZaak, registerTestZaak, TRACEPARENT } from '../../zaak/test-zaak.ts'
import { claimBezorgingen } from '../claim/claim-bezorgingen.ts'
import { findBezorgingDetail } from '../overzicht/find-bezorging-detail.ts'
import { findDemoBezorgingen } from '../overzicht/find-demo-bezorgingen.ts'
import { MAX_POGINGEN } from '../record/poging.ts'
import { deliverClaimed, deliverDue, subscribe } from '../test-abonnement.ts'

const SECOND = 1000
const DAY = 24 * 60 * 60 * SECOND
let ctx: TestZaaksysteem
let now: Date
let answer: (response: ServerResponse, count: number) => void
let sink: TestSink

beforeEach(async () => {
  now = new Date('2026-11-25T09:00:00Z')
  answer = (response) => response.writeHead(204).end()
  ctx = await createTestZaaksysteem({ clock: () => now })
  sink = await startTestSink({ answer: (response, count) => answer(response, count) })
  await subscribe(ctx, sink.url)
})
afterEach(async () => {
  await sink.close()
  await ctx.close()
})

const failing = (response: ServerResponse) => response.writeHead(500).end()
const pass = (ms: number) => {
  now = new Date(now.getTime() + ms)
}
const bezorgingen = () => ctx.db.bezorging.findMany({ orderBy: { id: 'asc' }, include: { bezorgpogingen: true } })

test('a bezorging is a signed CloudEvent that another library accepts', async () => {
  const zaak = await registerTestZaak(ctx)
  expect(await deliverDue(ctx)).toEqual([{ ok: true, status: 'bezorgd' }])
  const [{ headers, body, eventId }] = sink.received as [TestSink['received'][number]]
  expect(headers).toMatchObject({
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'webhook-request-origin': 'zaaksysteem.test',
    'user-agent': expect.stringMatching(/^Zaakbode\/\d/),
    traceparent: TRACEPARENT,
  })
  expect(JSON.parse(body)).toMatchObject({ subject: zaak.id, sequence: '1', sequencetype: 'Integer' })

  const jwk = (await publishedJwks(ctx)).keys.find(({ alg }) => alg === 'ES256')
  const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })
  const token = String(headers.authorization).replace('Bearer ', '')
  const checks = { algorithms: ['ES256' as const], audience: sink.url, clockTimestamp: now.getTime() / 1000 }
  expect(jsonwebtoken.verify(token, key, checks)).toMatchObject({
    sub: eventId,
    body_sha256: createHash('sha256').update(body).digest('base64url'),
  })
})

test('a stored request reads as it was sent, but its token cannot be replayed', async () => {
  await registerTestZaak(ctx)
  await deliverDue(ctx)
  const token = String(sink.received[0]?.headers.authorization)
  const [{ id }] = (await bezorgingen()) as [Awaited<ReturnType<typeof bezorgingen>>[number]]
  const [poging] = (await findBezorgingDetail(ctx, String(id)))?.bezorgpogingen ?? []
  const { Authorization, ...others } = poging?.requestHeaders ?? {}
  expect(Authorization).toBe(token.replace(/[^.]+$/, '…'))
  const names = ['User-Agent', 'WebHook-Request-Origin', 'content-type', 'traceparent']
  expect(Object.keys(others).sort()).toEqual(names)
  for (const name of names) expect(others[name]).toBe(sink.received[0]?.headers[name.toLowerCase()])
  const { rows } = await ctx.pool.query('select row_to_json(bezorgpoging)::text as text from bezorgpoging')
  expect(rows[0].text).not.toContain(token.split('.')[2])
})

test('the demo gets the newest bezorgingen by the contract, without those of its generated traffic', async () => {
  const zaak = await registerTestZaak(ctx)
  await deliverDue(ctx)
  const ofVerkeer = { id: v7({ msecs: VERKEER_MOMENT }), zaaktype: 'APV-STAND', omschrijving: 'Verkeer' }
  await registerSoundZaak(ctx, { ...ofVerkeer, aanvrager: AANVRAGER, traceparent: TRACEPARENT })
  await deliverDue(ctx)
  const { bezorgingen } = demoBezorgingen.parse({ bezorgingen: await findDemoBezorgingen(ctx) })
  const poging = { nummer: 1, httpStatus: 204, foutsoort: null, begonnenOp: now.toISOString() }
  expect(bezorgingen).toMatchObject([
    {
      zaakId: zaak.id,
      sequence: 1,
      sink: sink.url,
      status: 'bezorgd',
      body: sink.received[0]?.body,
      pogingen: [poging],
    },
  ])
})

test('a failed bezorging is sent again on schedule: the same bytes, freshly signed', async () => {
  answer = failing
  await registerTestZaak(ctx)
  await deliverDue(ctx)
  pass(5 * SECOND - 1)
  await deliverDue(ctx)
  expect(sink.received).toHaveLength(1)

  answer = (response) => response.writeHead(204).end()
  pass(1)
  await deliverDue(ctx)
  const [first, second] = sink.received
  expect(second?.body).toBe(first?.body)
  expect(second?.headers.authorization).not.toBe(first?.headers.authorization)
  expect(await bezorgingen()).toMatchObject([
    {
      status: 'bezorgd',
      pogingen: 2,
      afgerondOp: now,
      bezorgpogingen: [{ nummer: 1, foutsoort: 'http_5xx' }, { nummer: 2 }],
    },
  ])
})

test('after the last attempt a bezorging is a dead letter, and the next of its zaak goes on', async () => {
  answer = failing
  const zaak = await registerTestZaak(ctx)
  const change = await changeStatus(ctx, { ...zaak.change, versie: 1, statustype: 'in_behandeling' })
  expect(change).toMatchObject({ ok: true })
  let last: unknown
  for (let poging = 1; poging <= MAX_POGINGEN; poging++) {
    const results = await deliverDue(ctx)
    expect(results).toHaveLength(1)
    last = results[0]
    pass(2 * DAY)
  }
  expect(new Set(sink.received.map(({ eventId }) => eventId)).size).toBe(1)
  expect(last).toEqual({ ok: true, status: 'mislukt' })
  await deliverDue(ctx)
  expect(sink.received).toHaveLength(MAX_POGINGEN + 1)
  const [dead, next] = await bezorgingen()
  expect(dead).toMatchObject({ status: 'mislukt', pogingen: MAX_POGINGEN })
  expect(next).toMatchObject({ status: 'wachtend', pogingen: 1 })
})

test('a bezorging to a sink that is too slow is retried', async () => {
  answer = () => {}
  await registerTestZaak(ctx)
  await deliverDue(ctx, { timeoutMs: 50 })
  expect(await bezorgingen()).toMatchObject([
    { status: 'wachtend', bezorgpogingen: [{ httpStatus: null, foutsoort: 'timeout' }] },
  ])
})

test('an event waits for the earlier ones of its zaak, while other zaken go on', async () => {
  answer = (response, count) => response.writeHead(count === 1 ? 503 : 204).end()
  const zaak = await registerTestZaak(ctx)
  await deliverDue(ctx)
  await changeStatus(ctx, { ...zaak.change, versie: 1, statustype: 'in_behandeling' })
  const other = await registerTestZaak(ctx)
  const subjects = () =>
    sink.received.map(({ body }) => JSON.parse(body)).map(({ subject, sequence }) => [subject, sequence])
  await deliverDue(ctx)
  expect(subjects()).toEqual([
    [zaak.id, '1'],
    [other.id, '3'],
  ])
  pass(5 * SECOND)
  await deliverDue(ctx)
  await deliverDue(ctx)
  expect(subjects().slice(2)).toEqual([
    [zaak.id, '1'],
    [zaak.id, '2'],
  ])
})

test('a sink that withdrew its toestemming gets nothing until it agrees again, and then all that waited', async () => {
  await registerTestZaak(ctx)
  await distributeGebeurtenissen(ctx)
  await ctx.db.abonnement.updateMany({ data: { status: 'geweigerd' } })
  expect(await deliverDue(ctx)).toEqual([])
  await subscribe(ctx, sink.url)
  expect(await deliverDue(ctx)).toMatchObject([{ ok: true, status: 'bezorgd' }])
})

test('two workers and one due bezorging make one POST', async () => {
  await registerTestZaak(ctx)
  await Promise.all(Array.from({ length: 8 }, () => deliverDue(ctx)))
  expect(sink.received).toHaveLength(1)
})

test('after a lease ends the same event is resent, and the late record is ignored', async () => {
  await registerTestZaak(ctx)
  await distributeGebeurtenissen(ctx)
  const [stuck] = await claimBezorgingen(ctx, { limit: 1 })
  if (!stuck) throw new Error('nothing was due')
  pass(30 * SECOND - 1)
  expect(await claimBezorgingen(ctx, { limit: 1 })).toEqual([])
  pass(1)
  expect(await deliverDue(ctx)).toMatchObject([{ ok: true, status: 'bezorgd' }])
  expect(await deliverClaimed(ctx, [stuck])).toEqual([{ ok: false, reason: 'lease_lost' }])
  expect(new Set(sink.received.map(({ eventId }) => eventId))).toEqual(new Set([stuck.gebeurtenisId]))
  expect(await bezorgingen()).toMatchObject([{ status: 'bezorgd', pogingen: 1, bezorgpogingen: [{ nummer: 1 }] }])
})

test('Retry-After delays the next attempt, by a tenth more in the middle of the jitter', async () => {
  answer = (response) => response.writeHead(503, { 'Retry-After': '120' }).end()
  await registerTestZaak(ctx)
  await deliverDue(ctx)
  expect(await bezorgingen()).toMatchObject([{ volgendePoging: new Date(now.getTime() + 132 * SECOND) }])
})

test('a sink that answered 410 gets nothing any more', async () => {
  answer = (response) => response.writeHead(410).end()
  await registerTestZaak(ctx)
  expect(await deliverDue(ctx)).toEqual([{ ok: true, status: 'overgeslagen' }])
  await registerTestZaak(ctx)
  pass(30 * DAY)
  expect(await deliverDue(ctx)).toEqual([])
  expect(sink.received).toHaveLength(1)
})

test('a fault of ours does not count as an attempt', async () => {
  await ctx.db.abonnement.updateMany({ data: { credentialtype: 'STANDARDWEBHOOKS' } })
  await registerTestZaak(ctx)
  await expect(deliverDue(ctx)).rejects.toThrow('has no valid secret')
  expect(sink.received).toEqual([])
  expect(await bezorgingen()).toMatchObject([{ status: 'wachtend', pogingen: 0 }])
})
