import { afterAll, beforeEach, expect, test } from 'vitest'
import { countAfwijzingen } from '../afwijzing/find-afwijzingen.ts'
import { KEPT_PER_MINUTE } from '../afwijzing/is-among-first.ts'
import { settleAfwijzingen } from '../afwijzing/record-afwijzing.ts'
import { registerTestBron } from '../bron/test-registration.ts'
import type { PublieksportaalContext } from '../context.ts'
import { bezorgingRequest, ORIGIN, SINK, startTestBron } from '../test-bron.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { handleWebhook } from './handle-webhook.ts'
import { webhookMetrics } from './webhook-metrics.ts'

const FLOOD = KEPT_PER_MINUTE + 40
const MINUTE_MS = 60_000
let now = new Date('2026-11-25T10:00:00Z')
const lines: { level: string; message: string }[] = []
const record = (level: string) => (_fields: object, message: string) => void lines.push({ level, message })
const log = { debug: record('debug'), info: record('info'), warn: record('warn'), error: record('error') }
const clock = () => now

const bron = await startTestBron({ clock })
const ctx = await createTestPublieksportaal({ clock, log, env: bron.env })
await registerTestBron(ctx)
beforeEach(() => {
  now = new Date(now.getTime() + MINUTE_MS)
  lines.length = 0
})
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

async function flood(request: () => Request, to: PublieksportaalContext = ctx): Promise<number[]> {
  const answers = await Promise.all(Array.from({ length: FLOOD }, () => handleWebhook(to, request())))
  await settleAfwijzingen(to)
  return [...new Set(answers.map(({ status }) => status))]
}

/** Returns a bezorging whose sender disconnects after the first bytes of the body. */
function abortedRequest(): Request {
  const chunks = [new TextEncoder().encode('{"id":')]
  const body = new ReadableStream({
    pull(controller) {
      const chunk = chunks.shift()
      if (chunk) controller.enqueue(chunk)
      else controller.error(new Error('aborted'))
    },
  })
  const { headers } = bezorgingRequest('')
  return new Request(SINK, { method: 'POST', headers, body, ...{ duplex: 'half' } })
}

test('an incomplete body gets 400, is counted and logs no error', async () => {
  expect(await flood(abortedRequest)).toEqual([400])
  expect(await countAfwijzingen(ctx)).toEqual([{ reden: 'body_incomplete', aantal: FLOOD }])
  expect(await ctx.db.afwijzing.count()).toBe(KEPT_PER_MINUTE)
  expect(lines).toEqual(Array(KEPT_PER_MINUTE).fill({ level: 'warn', message: 'Event refused' }))
  const { values } = await webhookMetrics(ctx).rejected.get()
  expect(values).toEqual([{ labels: { reason: 'body_incomplete' }, value: FLOOD }])
})

test('refusals are logged as often as they are stored', async () => {
  expect(await flood(() => bezorgingRequest('{}'))).toEqual([401])
  expect(lines).toHaveLength(KEPT_PER_MINUTE)
  now = new Date(now.getTime() + MINUTE_MS)
  await handleWebhook(ctx, bezorgingRequest('{}'))
  expect(lines).toHaveLength(KEPT_PER_MINUTE + 1)
})

test('without its database the portal logs a limited number of errors', async () => {
  const broken = await createTestPublieksportaal({ clock, log, env: bron.env })
  await broken.close()
  const handshake = { method: 'OPTIONS', headers: { 'WebHook-Request-Origin': ORIGIN } }
  expect(await flood(() => bezorgingRequest('{}'), broken)).toEqual([503])
  expect(await flood(() => bezorgingRequest('{}', { 'Content-Type': 'text/plain' }), broken)).toEqual([415])
  expect(await flood(() => new Request(SINK, handshake), broken)).toEqual([503])
  const errors = lines.filter(({ level }) => level === 'error')
  expect(new Set(errors.map(({ message }) => message))).toEqual(
    new Set(['A request to the webhook could not be handled', 'Refused bezorgingen could not be stored']),
  )
  expect(errors.length).toBeLessThanOrEqual(2 * KEPT_PER_MINUTE)
})
