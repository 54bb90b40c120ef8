import { afterAll, beforeAll, expect, test } from 'vitest'
import { findZaaktypen } from '../catalogus/find-zaaktypen.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { findOffered } from './find-offered.ts'
import { processBulkopdrachten } from './process-bulkopdrachten.ts'
import { addCoordinator, orderTestBulk, registerZaken } from './test-bulk.ts'

const NOW = new Date('2026-11-25T09:00:00Z')
let ctx: TestZaaksysteem
let behandelaarId: string
beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => NOW })
  behandelaarId = await addCoordinator(ctx)
})
afterAll(() => ctx.close())

const offered = (zaakIds: string[]) =>
  findOffered(ctx, { behandelaarId, regels: zaakIds.map((zaakId) => ({ zaakId })) })

test('of one zaaktype every status that a zaak can still get is offered, and what else can be done', async () => {
  const { handelingen, statustypen, redenen, maxVerlenging } = await offered(await registerZaken(ctx, 2))
  expect(handelingen).toEqual(['status', 'opschorten', 'verlengen'])
  expect(statustypen.map(({ vraagtResultaat }) => vraagtResultaat)).toEqual([
    ...Array(statustypen.length - 1).fill(false),
    true,
  ])
  expect(statustypen.map(({ code }) => code)).not.toContain('aanvraag_ontvangen')
  expect(redenen.length).toBeGreaterThan(0)
  expect(maxVerlenging).toBe(56)
})

test('of several zaaktypen only what they all know is offered', async () => {
  const [one, other] = (await findZaaktypen(ctx)).filter(({ identificatie }) => identificatie !== 'APV-STAND')
  if (!one || !other) throw new Error('The catalogus has too few zaaktypen')
  const zaken = await Promise.all([one, other].map(({ identificatie }) => registerZaken(ctx, 1, identificatie)))
  const { statustypen, resultaattypen } = await offered(zaken.flat())
  const codesOf = (list: { code: string }[]) => list.map(({ code }) => code)
  for (const { code } of statustypen) {
    expect(codesOf(one.statustypen)).toContain(code)
    expect(codesOf(other.statustypen)).toContain(code)
  }
  const common = codesOf(one.resultaattypen).filter((code) => codesOf(other.resultaattypen).includes(code))
  expect(codesOf(resultaattypen)).toEqual(common)
})

test('hervatten is offered when the term of one of them stands still, verlengen while one was not extended', async () => {
  const [suspended, extended] = (await registerZaken(ctx, 2)) as [string, string]
  await orderTestBulk(ctx, {
    behandelaarId,
    zaakIds: [suspended],
    handeling: 'opschorten',
    invoer: { reden: 'overmacht', op: '2026-11-25', tot: '2026-12-09' },
  })
  const invoer = { dagen: 7, toelichting: 'Druk.' }
  await orderTestBulk(ctx, { behandelaarId, zaakIds: [extended], handeling: 'verlengen', invoer })
  await processBulkopdrachten(ctx)
  expect((await offered([suspended, extended])).handelingen).toEqual(['status', 'opschorten', 'hervatten', 'verlengen'])
  expect((await offered([extended])).handelingen).toEqual(['status', 'opschorten'])
})

test('of zaken that are gone nothing is offered', async () => {
  expect((await offered([crypto.randomUUID()])).handelingen).toEqual([])
})
