import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../test-context.ts'
import { changeStatus } from '../../zaak/handeling/change-status.ts'
import { registerTestZaak } from '../../zaak/test-zaak.ts'
import { exportWerkvoorraad } from './export-werkvoorraad.ts'
import { SORT_KEYS, type Sortering } from './werkvoorraad-sort.ts'

const OPEN = 7
const behandelaarId = '0199a000-0000-7000-8000-000000000001'

let ctx: TestZaaksysteem
beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => new Date('2026-11-27T08:12:00Z') })
  for (let n = 0; n < OPEN; n++) await registerTestZaak(ctx, { omschrijving: `Open ${n}`, naam: 'J. Visser' })
  const { change } = await registerTestZaak(ctx, { omschrijving: 'Gesloten' })
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'besluit_genomen', resultaat: 'verleend' })
})
afterAll(() => ctx.close())

async function batches(
  query: Partial<Parameters<typeof exportWerkvoorraad>[1]>,
  limits: { max: number; batch: number },
) {
  const read = []
  const asked = { afgehandeld: false, sorteer: 'zaaknummer', richting: 'op', ...query } as const
  for await (const batch of exportWerkvoorraad(ctx, asked, { behandelaarId, limits })) read.push(batch)
  return read
}

test.each(
  (Object.keys(SORT_KEYS) as Sortering[]).flatMap((sorteer) => [[sorteer, 'op'] as const, [sorteer, 'af'] as const]),
)('by %s, %s, every zaak is read once, some at a time', async (sorteer, richting) => {
  const read = await batches({ sorteer, richting }, { max: 100, batch: 3 })
  expect(read.map(({ regels, isCut }) => [regels.length, isCut])).toEqual([
    [3, false],
    [3, false],
    [1, false],
  ])
  const names = read.flatMap(({ regels }) => regels.map(({ omschrijving }) => omschrijving))
  expect(names.toSorted()).toEqual(Array.from({ length: OPEN }, (_, n) => `Open ${n}`))
})

test('only what the filter lets through, and never a BSN', async () => {
  const read = await batches({ zoek: 'open 4' }, { max: 100, batch: 3 })
  expect(read).toMatchObject([{ regels: [{ omschrijving: 'Open 4', behandelaarNaam: 'J. Visser', staatStil: false }] }])
  expect(JSON.stringify(read)).not.toContain('999990342')
  expect(await batches({ afgehandeld: true }, { max: 100, batch: 3 })).toMatchObject([
    { regels: [{ omschrijving: 'Gesloten', einddatum: '2026-11-27' }] },
  ])
})

test.each([
  [
    5,
    [
      [3, false],
      [2, true],
    ],
  ],
  [
    6,
    [
      [3, false],
      [3, true],
    ],
  ],
  [
    7,
    [
      [3, false],
      [3, false],
      [1, false],
    ],
  ],
])('of more than %d zaken the file says that it was cut', async (max, expected) => {
  const read = await batches({}, { max, batch: 3 })
  expect(read.map(({ regels, isCut }) => [regels.length, isCut])).toEqual(expected)
})
