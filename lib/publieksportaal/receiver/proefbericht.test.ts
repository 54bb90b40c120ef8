import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { registerTestBron } from '../bron/test-registration.ts'
import { bezorgingRequest, startTestBron, statusGewijzigd } from '../test-bron.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { handleWebhook } from './handle-webhook.ts'

const bron = await startTestBron()
const ctx = await createTestPublieksportaal({ env: bron.env })
await registerTestBron(ctx)
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

function proefbericht(changes: object = {}) {
  const {
    sequence: _sequence,
    sequencetype: _type,
    ...event
  } = statusGewijzigd({
    zaakId: randomUUID(),
    oudeStatus: 'ontvangen',
    nieuweStatus: 'in_behandeling',
    sequence: 1,
  }) as Record<string, unknown>
  return { ...event, proefbericht: true, ...changes }
}
const send = async (event: object) => handleWebhook(ctx, await bron.deliver(event))
const stored = () => Promise.all([ctx.db.ontvangenGebeurtenis.count(), ctx.db.ophaalopdracht.count()])

test('a proefbericht always gets 204 and stores nothing', async () => {
  const event = proefbericht()
  for (let time = 0; time < 2; time++) expect((await send(event)).status).toBe(204)
  expect((await send({ ...event, time: '2026-11-25T10:00:00Z' })).status).toBe(204)
  expect(await stored()).toEqual([0, 0])
})

test('an unproven or invalid proefbericht is refused as any other event', async () => {
  const body = JSON.stringify(proefbericht())
  const headers = { 'Content-Type': 'application/cloudevents+json', 'WebHook-Request-Origin': 'zaaksysteem.test' }
  expect((await handleWebhook(ctx, bezorgingRequest(body, headers))).status).toBe(401)
  expect((await send(proefbericht({ data: { event: 'anders' } }))).status).toBe(400)
  expect((await send(proefbericht({ proefbericht: 'misschien' }))).status).toBe(400)
  expect(await stored()).toEqual([0, 0])
})

test.each([false, null])('an event with proefbericht %j is stored as a real event', async (value) => {
  const [before] = await stored()
  expect((await send(proefbericht({ proefbericht: value }))).status).toBe(204)
  expect((await stored())[0]).toBe(before + 1)
})
