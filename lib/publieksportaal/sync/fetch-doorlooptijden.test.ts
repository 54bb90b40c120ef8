import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { DoorlooptijdResource } from '#lib/contract/doorlooptijden.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/platform/durations.ts'
import { createLogger } from '#lib/platform/logger.ts'
import { registerTestBron } from '../bron/test-registration.ts'
import { type Answer, startTestBron, type TestBron } from '../test-bron.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '../test-context.ts'
import { fetchDoorlooptijden, findDoorlooptijd } from './zaaksysteem-api.ts'

const START = new Date('2026-11-25T10:00:00Z')
const STAND: DoorlooptijdResource = {
  zaaktype: 'APV-STAND',
  peildatum: '2026-11-25',
  aantal: 64,
  helftBinnenWeken: 4,
  negenVanTienBinnenWeken: 7,
}
const { zaaktype: _, peildatum: __, ...WEKEN } = STAND
const KAP = { ...STAND, zaaktype: 'OMG-KAP' }
let now: Date
let bron: TestBron
let ctx: TestPublieksportaal
const lines: string[] = []
beforeAll(async () => {
  bron = await startTestBron()
  const log = createLogger('test', { write: (line) => lines.push(line) }, 'warn')
  ctx = await createTestPublieksportaal({ env: bron.env, clock: () => now, log })
  now = START
  await registerTestBron(ctx)
})
beforeEach(async () => {
  now = START
  await ctx.pool.query('update bron set doorlooptijden_op = null')
  await ctx.db.doorlooptijd.deleteMany()
  bron.requests.length = 0
  lines.length = 0
})
afterAll(async () => {
  await ctx.close()
  await bron.close()
})

const tell = (doorlooptijden: unknown[]) => respond(() => ({ status: 200, body: { doorlooptijden } }))
const respond = (answer: () => Answer) => bron.answers.set('GET /v1/doorlooptijden', answer)
const later = (ms: number) => {
  now = new Date(now.getTime() + ms)
}

test('doorlooptijden are fetched with the token once an hour and stored by zaaktype', async () => {
  tell([STAND, KAP])
  await fetchDoorlooptijden(ctx)
  expect(await findDoorlooptijd(ctx, 'APV-STAND')).toEqual(WEKEN)
  expect(await findDoorlooptijd(ctx, 'PARK-BEW')).toBeNull()
  later(HOUR_MS - MINUTE_MS)
  await fetchDoorlooptijden(ctx)
  expect(bron.requests).toMatchObject([{ authorization: `Bearer ${ctx.env.PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN}` }])
})

test('a missing doorlooptijd is deleted and a changed one updated', async () => {
  tell([STAND, KAP])
  await fetchDoorlooptijden(ctx)
  later(HOUR_MS)
  tell([{ ...KAP, aantal: 70 }])
  await fetchDoorlooptijden(ctx)
  expect(await findDoorlooptijd(ctx, 'APV-STAND')).toBeNull()
  expect(await findDoorlooptijd(ctx, 'OMG-KAP')).toEqual({ ...WEKEN, aantal: 70 })
  later(HOUR_MS)
  tell([])
  await fetchDoorlooptijden(ctx)
  expect(await ctx.db.doorlooptijd.count()).toBe(0)
})

test.each<[string, () => Answer]>([
  ['does not know it', () => ({ status: 404 })],
  ['is away', () => ({ status: 503 })],
  ['tells something else', () => ({ status: 200, body: { doorlooptijden: [{ ...STAND, helftBinnenWeken: 0 }] } })],
])(
  'when the zaaksysteem %s, the stored doorlooptijden stay and it is asked again in an hour',
  async (_what, answer) => {
    tell([STAND])
    await fetchDoorlooptijden(ctx)
    later(HOUR_MS)
    respond(answer)
    await fetchDoorlooptijden(ctx)
    await fetchDoorlooptijden(ctx)
    expect(bron.requests).toHaveLength(2)
    expect(lines).toHaveLength(1)
    expect(await findDoorlooptijd(ctx, 'APV-STAND')).toEqual(WEKEN)
  },
)

test('one of two processes asks, also after the clock was set back', async () => {
  tell([STAND, STAND])
  await Promise.all([fetchDoorlooptijden(ctx), fetchDoorlooptijden(ctx)])
  expect(bron.requests).toHaveLength(1)
  later(-24 * HOUR_MS)
  await fetchDoorlooptijden(ctx)
  expect(bron.requests).toHaveLength(2)
})
