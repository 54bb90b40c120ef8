import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { demoOntvangsten } from '#demo/stage/demo-feeds.ts'
import { VERKEER_MOMENT } from '#demo/stage/verkeer.ts'
import { SOURCE } from '../test-bron.ts'
import { openTestPublieksportaal } from '../test-context.ts'
import { acceptEvent } from './accept-event.ts'
import { findDemoOntvangsten } from './find-demo-ontvangsten.ts'

let now = new Date('2026-11-25T10:00:00Z')
const ctx = await openTestPublieksportaal({ clock: () => now })

const accept = (id: string, subject: string | null = null) => {
  now = new Date(now.getTime() + 1)
  const nothing = { sequence: null, change: null, inhoudSha256: 'b', traceId: null }
  return acceptEvent(ctx, {
    event: { id, source: SOURCE, type: 'a.b', subject, ...nothing },
    proof: { credentialtype: 'JWT', kid: 'k', bodySha256: 'a' },
  })
}

test('the demo gets the newest twenty, newest first, in the shape of the contract', async () => {
  for (let number = 1; number <= 21; number++) await accept(String(number))
  const ontvangsten = await findDemoOntvangsten(ctx)
  expect(demoOntvangsten.parse({ ontvangsten })).toEqual({ ontvangsten })
  expect(ontvangsten.map(({ eventId }) => Number(eventId))).toEqual(
    Array.from({ length: 20 }, (_, index) => 21 - index),
  )
  expect(ontvangsten[0]?.ontvangenOp).toBe(now.toISOString())
})

test('the traffic of the demo is left out', async () => {
  await accept('of the traffic', v7({ msecs: VERKEER_MOMENT }))
  await accept('of another zaak', v7())
  expect((await findDemoOntvangsten(ctx))[0]?.eventId).toBe('of another zaak')
  expect((await findDemoOntvangsten(ctx)).map(({ eventId }) => eventId)).not.toContain('of the traffic')
})
