import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTestSink, type TestSink } from '../../egress/test-sink.ts'
import { distributeGebeurtenissen } from '../../outbox/distribute-gebeurtenissen.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { registerTestZaak } from '../../zaak/test-zaak.ts'
import { addAbonnement, deliverDue } from '../test-abonnement.ts'

const SECOND = 1000
let ctx: TestZaaksysteem
let now: Date
let answer: (response: ServerResponse, count: number) => void
let sink: TestSink

beforeEach(async () => {
  now = new Date('2026-11-25T09:00:00Z')
  answer = (response) => response.writeHead(204).end()
  ctx = await createTestZaaksysteem({ clock: () => now })
  sink = await startTestSink({ answer: (response, count) => answer(response, count) })
  await addAbonnement(ctx, { sink: sink.url, contentmodus: 'batch' })
})
afterEach(async () => {
  await sink.close()
  await ctx.close()
})

const pass = (ms: number) => {
  now = new Date(now.getTime() + ms)
}
const bezorgingen = () => ctx.db.bezorging.findMany({ orderBy: { id: 'asc' }, include: { bezorgpogingen: true } })
const idsIn = (body: string) => JSON.parse(body).map(({ id }: { id: string }) => id)

test('a batch delivers all its events in one request', async () => {
  for (let i = 0; i < 5; i++) await registerTestZaak(ctx)
  expect(await deliverDue(ctx)).toEqual(Array(5).fill({ ok: true, status: 'bezorgd' }))
  const [{ headers, body }] = sink.received as [TestSink['received'][number]]
  expect(headers['content-type']).toMatch('application/cloudevents-batch+json')
  expect(idsIn(body)).toEqual((await bezorgingen()).map(({ gebeurtenisId }) => gebeurtenisId))
  expect(sink.received).toHaveLength(1)
})

test('after a batch is refused for its content each event is resent alone at once, and only the refused one waits', async () => {
  for (let i = 0; i < 3; i++) await registerTestZaak(ctx)
  await distributeGebeurtenissen(ctx)
  const [, culprit] = await bezorgingen()
  answer = (response, count) => {
    const ids = idsIn(String(sink.received[count - 1]?.body))
    response.writeHead(ids.includes(culprit?.gebeurtenisId) ? 422 : 204).end()
  }
  await deliverDue(ctx)
  await deliverDue(ctx)
  expect(sink.received.map(({ body }) => idsIn(body).length)).toEqual([3, 1, 1, 1])
  const retryAt = new Date(now.getTime() + 5 * SECOND)
  expect(await bezorgingen()).toMatchObject([
    { status: 'bezorgd', pogingen: 2, bezorgpogingen: [{ httpStatus: 422 }, { httpStatus: 204 }] },
    { status: 'wachtend', pogingen: 2, rondeVanaf: 1, volgendePoging: retryAt },
    { status: 'bezorgd', pogingen: 2 },
  ])
})

test('a batch that fails in any other way is retried as a batch', async () => {
  for (let i = 0; i < 3; i++) await registerTestZaak(ctx)
  answer = (response, count) => response.writeHead(count === 1 ? 500 : 204).end()
  await deliverDue(ctx)
  pass(5 * SECOND)
  await deliverDue(ctx)
  expect(sink.received.map(({ body }) => idsIn(body).length)).toEqual([3, 3])
  expect((await bezorgingen()).map(({ status }) => status)).toEqual(['bezorgd', 'bezorgd', 'bezorgd'])
})
