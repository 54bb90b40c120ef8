import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { proefberichtResultaat } from '#lib/contract/webhook.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { findNatsServer, NATS_TITLE } from '#tools/servers/nats-server.ts'
import { subscribe, subscribeOverNats } from '../bezorging/test-abonnement.ts'
import { SUBJECT, startTestStream } from '../egress/nats/test-stream.ts'
import { startTestSink, type TestSink } from '../egress/test-sink.ts'
import { answerApi } from '../openapi/operations.ts'
import { createTestZaaksysteem, PORTAL_SCOPES, type TestZaaksysteem } from '../test-context.ts'
import { MAX_PER_MINUTE } from './send-proefbericht.ts'

const TOKEN = 'portal-token'
const OTHER = 'other-token'
const MINUTE = 60_000
let ctx: TestZaaksysteem
let now: Date
let sink: TestSink
let answer: (response: ServerResponse) => void

beforeEach(async () => {
  now = new Date('2026-11-25T09:00:00Z')
  answer = (response) => response.writeHead(204).end()
  const tokens = `publieksportaal=${hashToken(TOKEN)}:${PORTAL_SCOPES},ander=${hashToken(OTHER)}:${PORTAL_SCOPES}`
  ctx = await createTestZaaksysteem({ clock: () => now, env: { ZAAKSYSTEEM_API_TOKENS: tokens } })
  sink = await startTestSink({ answer: (response) => answer(response) })
})
afterEach(async () => {
  await sink.close()
  await ctx.close()
})

function send(id: string, { type = EVENT_TYPES.statuswijziging as string, token = TOKEN } = {}) {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  const url = `http://localhost:3000/api/zaaksysteem/v1/abonnementen/${id}/proefbericht`
  return answerApi(ctx, new Request(url, { method: 'POST', headers, body: JSON.stringify({ type }) }))
}

test('a proefbericht is one signed event, marked as a test, without a sequence', async () => {
  const id = await subscribe(ctx, sink.url)
  answer = (response) => response.writeHead(200, { 'X-Van': 'sink' }).end('dank')
  const response = await send(id)
  expect(response.status).toBe(200)
  const resultaat = proefberichtResultaat.parse(await response.json())
  expect(resultaat).toMatchObject({ httpStatus: 200, foutsoort: null, body: 'dank', headers: { 'x-van': 'sink' } })

  const [{ headers, body }] = sink.received as [TestSink['received'][number]]
  const event = JSON.parse(body)
  expect(event).toMatchObject({ id: resultaat.eventId, proefbericht: true, type: EVENT_TYPES.statuswijziging })
  expect(event).not.toHaveProperty('sequence')
  expect(headers.authorization).toMatch(/^Bearer ey/)
  expect(await ctx.db.zaak.count({ where: { id: event.subject } })).toBe(0)
  expect([await ctx.db.bezorging.count(), await ctx.db.gebeurtenis.count()]).toEqual([0, 0])
  expect(await ctx.db.auditregel.findMany({ where: { handeling: 'proefbericht_sturen' } })).toMatchObject([
    { actor: 'publieksportaal', objectId: id, uitkomst: 'gelukt' },
  ])
})

test('a refusing and an absent sink are reported in the response', async () => {
  const id = await subscribe(ctx, sink.url)
  answer = (response) => response.writeHead(503).end('storing')
  expect(await (await send(id)).json()).toMatchObject({ httpStatus: 503, foutsoort: 'http_5xx', body: 'storing' })
  await sink.close()
  expect(await (await send(id)).json()).toMatchObject({ httpStatus: null, foutsoort: 'connect', body: null })
  expect(await ctx.db.abonnement.findFirst()).toMatchObject({ falendSinds: null, laatsteFoutsoort: null })
  sink = await startTestSink()
})

test('an unknown type, an abonnement without toestemming and one of another client are refused, and nothing is sent', async () => {
  const id = await subscribe(ctx, sink.url)
  const unknown = await send(id, { type: 'nl.anders' })
  expect(unknown.status).toBe(400)
  expect(await unknown.json()).toMatchObject({ errors: [{ pointer: '/type' }] })
  expect((await send(id, { token: OTHER })).status).toBe(404)
  expect((await send('geen-uuid')).status).toBe(404)
  for (const status of ['geweigerd', 'wacht_op_toestemming'] as const) {
    await ctx.db.abonnement.update({ where: { id }, data: { status } })
    expect((await send(id)).status).toBe(409)
  }
  expect(sink.received).toEqual([])
})

test('the number of proefberichten per abonnement and minute is limited, also for concurrent requests', async () => {
  const id = await subscribe(ctx, sink.url)
  const responses = await Promise.all(Array.from({ length: MAX_PER_MINUTE + 2 }, () => send(id)))
  expect(responses.filter(({ status }) => status === 200)).toHaveLength(MAX_PER_MINUTE)
  const left = responses.map(({ headers }) => headers.get('RateLimit')).toSorted()
  expect(left).toEqual([0, 0, 0, 1, 2, 3, 4].map((most) => `"proefberichten";r=${most};t=60`))
  expect(responses[0]?.headers.get('RateLimit-Policy')).toBe(`"proefberichten";q=${MAX_PER_MINUTE};w=60`)
  const refused = responses.filter(({ status }) => status === 429)
  expect(refused.map(({ headers }) => headers.get('Retry-After'))).toEqual(['60', '60'])
  now = new Date(now.getTime() + MINUTE)
  expect((await send(id)).status).toBe(200)
  expect(sink.received).toHaveLength(MAX_PER_MINUTE + 1)
})

describe.skipIf(!findNatsServer())(NATS_TITLE, () => {
  test.each(['structured', 'binary'] as const)(
    'over NATS in mode %s the response holds the acknowledgement',
    async (mode) => {
      const stream = await startTestStream()
      const id = await subscribeOverNats(ctx, stream, { config: { contentmodus: mode } })
      expect(await (await send(id)).json()).toMatchObject({
        httpStatus: null,
        foutsoort: null,
        body: expect.stringContaining('"seq":1'),
      })
      const [message] = await stream.stored()
      expect(message?.subject).toBe(SUBJECT)
      expect(
        mode === 'binary' ? message?.headers['ce-proefbericht'] : `${JSON.parse(message?.body ?? '').proefbericht}`,
      ).toBe('true')
      await stream.close()
    },
  )
})
