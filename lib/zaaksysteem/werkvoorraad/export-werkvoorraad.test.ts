import { expect, test } from 'vitest'
import { openTestZaaksysteem } from '../test-context.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { LEZER, registerTestZaak, TRACEPARENT } from '../zaak/test-zaak.ts'
import { exportWerkvoorraad } from './export-werkvoorraad.ts'
import { SORT_KEYS, type Sortering } from './werkvoorraad-sort.ts'

const OPEN = 7
const actor = {
  soort: 'behandelaar',
  id: '0199a000-0000-7000-8000-000000000001',
  traceparent: TRACEPARENT,
} as const

const ctx = await openTestZaaksysteem({ clock: () => new Date('2026-11-27T08:12:00Z') })
for (let n = 0; n < OPEN; n++) await registerTestZaak(ctx, { omschrijving: `Open ${n}`, naam: 'J. Visser' })
const { change } = await registerTestZaak(ctx, { omschrijving: 'Gesloten' })
await changeStatus(ctx, { ...change, versie: 1, statustype: 'besluit_genomen', resultaat: 'verleend' })

type Asked = Parameters<typeof exportWerkvoorraad>[1]

async function batches(query: Partial<Asked['query']>, limits: { max: number; batch: number }) {
  const read = []
  const asked = { afgehandeld: false, sorteer: 'zaaknummer', richting: 'op', ...query } as const
  for await (const batch of await exportWerkvoorraad(ctx, { query: asked, lezer: LEZER, actor, limits }))
    read.push(batch)
  return read
}

test.each(
  (Object.keys(SORT_KEYS) as Sortering[]).flatMap((sorteer) => [[sorteer, 'op'] as const, [sorteer, 'af'] as const]),
)('batches in the order of %s, %s, read every zaak once', async (sorteer, richting) => {
  const read = await batches({ sorteer, richting }, { max: 100, batch: 3 })
  expect(read.map(({ regels, isCut }) => [regels.length, isCut])).toEqual([
    [3, false],
    [3, false],
    [1, false],
  ])
  const names = read.flatMap(({ regels }) => regels.map(({ omschrijving }) => omschrijving))
  expect(names.toSorted()).toEqual(Array.from({ length: OPEN }, (_, n) => `Open ${n}`))
})

test('an export has only the zaken of the filter, without a BSN', async () => {
  const read = await batches({ zoek: 'open 4' }, { max: 100, batch: 3 })
  expect(read).toMatchObject([{ regels: [{ omschrijving: 'Open 4', behandelaarNaam: 'J. Visser', staatStil: false }] }])
  expect(JSON.stringify(read)).not.toContain('999990342')
  expect(await batches({ afgehandeld: true }, { max: 100, batch: 3 })).toMatchObject([
    { regels: [{ omschrijving: 'Gesloten', einddatum: '2026-11-27' }] },
  ])
})

test('a line has the besluitdatum and whether the bekendmaking was in time; an open zaak shows only that it is late', async () => {
  const all = { max: 100, batch: 50 }
  const [closed] = (await batches({ afgehandeld: true }, all)).flatMap(({ regels }) => regels)
  expect(closed).toMatchObject({ besluitdatum: '2026-11-27', opTijd: true })
  const late = { uiterlijkeEinddatum: new Date('2026-11-26') }
  await ctx.db.zaak.updateMany({ where: { omschrijving: { in: ['Gesloten', 'Open 3'] } }, data: late })
  const [again] = (await batches({ afgehandeld: true }, all)).flatMap(({ regels }) => regels)
  expect(again).toMatchObject({ besluitdatum: '2026-11-27', opTijd: false })
  const open = (await batches({}, all)).flatMap(({ regels }) => regels)
  expect(open.find(({ omschrijving }) => omschrijving === 'Open 3')).toMatchObject({
    besluitdatum: null,
    opTijd: false,
  })
  expect(open.find(({ omschrijving }) => omschrijving === 'Open 4')).toMatchObject({ besluitdatum: null, opTijd: null })
  // a besluit withdrawn as a mistake does not count
  await ctx.db.besluit.updateMany({ data: { vervalreden: 'vergissing' } })
  const [none] = (await batches({ afgehandeld: true }, all)).flatMap(({ regels }) => regels)
  expect(none).toMatchObject({ besluitdatum: null, opTijd: null })
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
])('an export of more than %d zaken is marked as cut', async (max, expected) => {
  const read = await batches({}, { max, batch: 3 })
  expect(read.map(({ regels, isCut }) => [regels.length, isCut])).toEqual(expected)
})

test('an export is recorded with its filter, without the search text', async () => {
  await batches({ zoek: 'de Vries', team: 'Parkeren en verkeer', behandelaarId: null }, { max: 100, batch: 3 })
  const looks = await ctx.db.auditregel.findMany({ where: { handeling: 'werkvoorraad_exporteren', actor: actor.id } })
  expect(looks.map(({ objectId }) => objectId)).toContain('open?behandelaar=niemand&team=Parkeren+en+verkeer')
  expect(JSON.stringify(looks)).not.toContain('Vries')
})
