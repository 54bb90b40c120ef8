import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoOntvangsten } from '#lib/demo/demo-feeds.ts'
import { SOURCE } from '../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { acceptEvent } from './accept-event.ts'
import { findDemoOntvangsten } from './find-demo-ontvangsten.ts'

let ctx: TestPublieksportaal
let now = new Date('2026-11-25T10:00:00Z')
beforeAll(async () => {
  ctx = await createTestPublieksportaal({ clock: () => now })
})
afterAll(() => ctx.close())

test('the demo is told of the newest twenty, newest first, in the shape of the contract', async () => {
  for (let number = 1; number <= 21; number++) {
    now = new Date(now.getTime() + 1)
    await acceptEvent(ctx, {
      event: {
        id: String(number),
        source: SOURCE,
        type: 'a.b',
        subject: null,
        sequence: null,
        change: null,
        inhoudSha256: 'b',
        traceId: null,
      },
      proof: { credentialtype: 'JWT', kid: 'k', bodySha256: 'a' },
    })
  }
  const ontvangsten = await findDemoOntvangsten(ctx)
  expect(demoOntvangsten.parse({ ontvangsten })).toEqual({ ontvangsten })
  expect(ontvangsten.map(({ eventId }) => Number(eventId))).toEqual(
    Array.from({ length: 20 }, (_, index) => 21 - index),
  )
  expect(ontvangsten[0]?.ontvangenOp).toBe(now.toISOString())
})
