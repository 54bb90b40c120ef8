import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OPDRACHTREGEL } from '../audit/recorded-transaction.ts'
import { deliverDue, subscribe } from '../bezorging/test-abonnement.ts'
import { startTestSink, type TestSink } from '../egress/test-sink.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { processHerstelacties, requestHerstel } from './herstelactie.ts'
import { redeliver } from './redeliver.ts'

const BEGIN = new Date('2026-11-25T09:00:00Z')
const DAY_MS = 24 * 60 * 60 * 1000
let now: Date
let ctx: TestZaaksysteem
let sink: TestSink
let abonnementId: string
let answer: (response: ServerResponse) => void

beforeEach(async () => {
  now = BEGIN
  answer = (response) => response.writeHead(500).end()
  ctx = await createTestZaaksysteem({ clock: () => now })
  sink = await startTestSink({ answer: (response) => answer(response) })
  abonnementId = await subscribe(ctx, sink.url)
})
afterEach(async () => {
  await sink.close()
  await ctx.close()
})

const pass = (ms: number) => {
  now = new Date(now.getTime() + ms)
}
const sequences = () => sink.received.map(({ body }) => JSON.parse(body).sequence)

/** Makes a zaak whose first event is a dead letter, and whose second one waits for its retry. */
async function deadLetterBeforeRetry() {
  await ctx.db.abonnement.updateMany({ data: { herhaalschema: [1] } })
  const zaak = await registerTestZaak(ctx)
  await deliverDue(ctx)
  await changeStatus(ctx, { ...zaak.change, versie: 1, statustype: 'in_behandeling' })
  pass(2000)
  await deliverDue(ctx)
  await deliverDue(ctx)
  expect(sequences()).toEqual(['1', '1', '2'])
  answer = (response) => response.writeHead(204).end()
}

test('a replayed event goes before the newer one of its zaak, with the same bytes and a fresh signature', async () => {
  await deadLetterBeforeRetry()
  const { id } = await ctx.db.bezorging.findFirstOrThrow({ where: { status: 'mislukt' } })
  pass(DAY_MS)
  expect(await redeliver(ctx, { bezorgingId: String(id), actor: OPDRACHTREGEL })).toEqual({ ok: true })
  await deliverDue(ctx)
  await deliverDue(ctx)
  expect(sequences().slice(3)).toEqual(['1', '2'])
  const [first, , , again] = sink.received
  expect(again?.body).toBe(first?.body)
  expect(again?.headers.authorization).not.toBe(first?.headers.authorization)
  const pogingen = await ctx.db.bezorgpoging.findMany({ where: { bezorgingId: id }, orderBy: { nummer: 'asc' } })
  expect(pogingen.map(({ nummer, handmatig, httpStatus }) => [nummer, handmatig, httpStatus])).toEqual([
    [1, false, 500],
    [2, false, 500],
    [3, true, 204],
  ])
})

test('herstel delivers everything to a recovered sink, in order', async () => {
  await deadLetterBeforeRetry()
  await requestHerstel(ctx, { abonnementId, actor: OPDRACHTREGEL, vanaf: BEGIN })
  await processHerstelacties(ctx)
  await deliverDue(ctx)
  await deliverDue(ctx)
  expect(sequences().slice(3)).toEqual(['1', '2'])
  expect(await ctx.db.bezorging.findMany()).toMatchObject([{ status: 'bezorgd' }, { status: 'bezorgd' }])
})
