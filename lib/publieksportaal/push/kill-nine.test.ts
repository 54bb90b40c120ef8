import { once } from 'node:events'
import { afterAll, expect, test } from 'vitest'
import { startTestPushService, type Verdict } from '#tools/servers/push-service.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { deliver } from '../sync/test-gebeurtenissen.ts'
import { statusGewijzigd } from '../test-bron.ts'
import { createTestPublieksportaal } from '../test-context.ts'
import { makeDue, sendRest, startSending } from '../test-sending-process.ts'
import { testZaak } from '../test-zaak.ts'
import { addBurgerWithApparaat, pushEnv } from './apparaat/test-apparaat.ts'
import { sendPushes } from './send-pushes.ts'

const ZAKEN = 30
const BSN = '999990342'
/** The number of pushes after which a process is killed, while the last has no answer yet. */
const KILLS = [7, 5, 6]

let onPush: () => Verdict = () => undefined
const service = await startTestPushService({ onPush: () => onPush() })
const ctx = await createTestPublieksportaal({ env: pushEnv(service) })
afterAll(async () => {
  await ctx.close()
  await service.close()
})

test('after kill -9 of several processes every change is still pushed', async () => {
  await addBurgerWithApparaat(ctx, service, { bsn: BSN })
  const zaken = Array.from({ length: ZAKEN }, () => testZaak({ bsn: BSN }))
  await Promise.all(zaken.map((zaak) => storeZaak(ctx, zaak, { alreadySeen: true })))
  const events = zaken.map(({ uuid: zaakId }, index) =>
    statusGewijzigd({ zaakId, oudeStatus: 'ontvangen', nieuweStatus: 'in_behandeling', sequence: index + 1 }),
  )
  await Promise.all(events.map((event) => deliver(ctx, event)))

  for (const after of KILLS) {
    await makeDue(ctx, 'uitgaande_push')
    const child = startSending(ctx, 'push/test-push-process.ts')
    let left = after
    onPush = () => {
      if (--left > 0) return undefined
      child.kill('SIGKILL')
      return 'silence'
    }
    await once(child, 'exit')
  }
  onPush = () => undefined
  await sendRest(ctx, 'uitgaande_push', () => sendPushes(ctx))

  const told = new Set(service.received.map(({ text }) => JSON.parse(text).pad))
  expect([...told].toSorted()).toEqual(zaken.map(({ uuid }) => `/mijn/zaken/${uuid}`).toSorted())
  expect(service.received.length).toBeGreaterThan(ZAKEN)
}, 180_000)
