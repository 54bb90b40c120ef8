import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { addBewijzen } from './bewijs/test-bewijzen.ts'
import { registerTestBron } from './bron/test-registration.ts'
import { startPortal } from './start-portal.ts'
import { markAccepted } from './sync/bron-stand.ts'
import { bijTot, deliver, serveGebeurtenissen } from './sync/test-gebeurtenissen.ts'
import { SOURCE, startTestBron, statusGewijzigd } from './test-bron.ts'
import { createTestPublieksportaal } from './test-context.ts'
import { testZaak } from './test-zaak.ts'

test('a gap is closed when the portal starts, and closing the portal waits for that', async () => {
  let now = new Date('2026-11-25T10:00:00Z')
  const bron = await startTestBron()
  const ctx = await createTestPublieksportaal({ env: bron.env, clock: () => now })
  await registerTestBron(ctx)
  await markAccepted(ctx, { totSequence: 0, caughtUp: true })
  const zaaksysteem = serveGebeurtenissen(bron)
  const [, second] = zaaksysteem.happen(testZaak().uuid, 'ontvangen', 'in_behandeling', 'besluit')
  await deliver(ctx, second as object)
  now = new Date('2026-11-25T10:00:15Z')
  const answer = bron.answers.get('GET /v1/gebeurtenissen') as (request: IncomingMessage, body: string) => never
  const asked = new Promise<void>((resolve) => {
    bron.answers.set('GET /v1/gebeurtenissen', (request, body) => {
      resolve()
      return answer(request, body)
    })
  })

  const portal = await startPortal(ctx)
  await asked
  await portal.close()

  expect(await bijTot(ctx)).toBe(2)
  await ctx.close()
  await bron.close()
})

test('a zaak that the zaaksysteem answers slowly does not block others', async () => {
  const bron = await startTestBron()
  const ctx = await createTestPublieksportaal({ env: bron.env })
  const portal = await startPortal(ctx)
  const [slow, other] = [testZaak(), testZaak()]
  const late = Promise.withResolvers<{ status: number; body: unknown }>()
  const asked = new Promise<void>((resolve) => {
    bron.answers.set(`GET /v1/zaken/${slow.uuid}`, () => {
      resolve()
      return late.promise
    })
  })
  bron.serveZaak(other)
  const change = { oudeStatus: 'ontvangen', nieuweStatus: 'besluit', sequence: 1 }

  await deliver(ctx, statusGewijzigd({ zaakId: slow.uuid, ...change }))
  await asked
  await deliver(ctx, statusGewijzigd({ zaakId: other.uuid, ...change }))
  await expect.poll(() => ctx.db.zaak.findMany()).toMatchObject([{ id: other.uuid }])

  late.resolve({ status: 200, body: slow })
  await portal.close()
  await ctx.close()
  await bron.close()
})

test('bewijzen left by a dead process are sent when the portal starts', async () => {
  const bron = await startTestBron()
  const ctx = await createTestPublieksportaal({ env: { ...bron.env, PUBLIEKSPORTAAL_BRON: SOURCE } })
  const past = new Date(Date.now() - 60_000)
  const [gebeurtenisId] = await addBewijzen(ctx, { tijdstip: past, volgendePoging: past, pogingen: 1 })
  bron.answers.set('POST /v1/bewijzen', () => ({
    status: 200,
    body: { bewijzen: [{ gebeurtenisId, soort: 'gezien', uitkomst: 'recorded' }] },
  }))
  const portal = await startPortal(ctx)
  await expect.poll(() => ctx.db.bewijs.count({ where: { volgendePoging: null } })).toBe(1)
  await portal.close()
  await ctx.close()
  await bron.close()
})
