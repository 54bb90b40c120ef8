import { expect, test } from 'vitest'
import { openTestZaaksysteem } from '../test-context.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { LEZER, registerTestZaak } from '../zaak/test-zaak.ts'
import { findWerkvoorraad, PAGE_SIZE, type WerkvoorraadQuery } from './find-werkvoorraad.ts'
import { findWholeList } from './find-whole-list.ts'

const OPEN = PAGE_SIZE + 5
const ctx = await openTestZaaksysteem()
for (let n = 0; n < OPEN; n++) await registerTestZaak(ctx, { omschrijving: `Terras ${n % 2 ? 'west' : 'oost'}` })
const { change } = await registerTestZaak(ctx)
await changeStatus(ctx, { ...change, versie: 1, statustype: 'besluit_genomen', resultaat: 'verleend' })

const find = (query: Partial<WerkvoorraadQuery> = {}, limit = 500) =>
  findWholeList(ctx, {
    lezer: LEZER,
    query: { afgehandeld: false, sorteer: 'zaaknummer', richting: 'op', ...query },
    limit,
  })

test('the whole list is the pages in order, with the behandelaar of each zaak', async () => {
  const query = { afgehandeld: false, sorteer: 'zaaknummer', richting: 'af' } as const
  const first = await findWerkvoorraad(ctx, query, LEZER)
  const second = await findWerkvoorraad(ctx, { ...query, cursor: first.volgende ?? undefined }, LEZER)
  const shown = [...first.regels, ...second.regels].map(({ id, behandelaarId, team }) => ({ id, behandelaarId, team }))
  expect(shown).toHaveLength(OPEN)
  expect(await find({ richting: 'af' })).toEqual(shown)
})

test('the whole list has only the zaken of the filter, up to the limit', async () => {
  expect(await find({ zoek: 'terras west' })).toHaveLength(Math.floor(OPEN / 2))
  expect(await find({ afgehandeld: true })).toHaveLength(1)
  expect(await find({}, 7)).toEqual((await find()).slice(0, 7))
})
