import { expect, test } from 'vitest'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { createLiveHub } from '../live/live-hub.ts'
import { openTestPage } from '../live/test-page.ts'
import { openTestPublieksportaal } from '../test-context.ts'
import { HANDELINGEN, testZaak } from '../test-zaak.ts'
import { findZaakOfBurger, findZakenOfBurger } from '../zaak/find-zaken-of-burger.ts'
import { markGezien } from '../zaak/mark-gezien.ts'
import { storeZaak, updateKnownZaken } from './store-zaak.ts'

const [EEN, ANDER] = DEMO_BURGERS.map(({ bsn }) => bsn) as [string, string]
const ctx = await openTestPublieksportaal()

/** Resets the columns that an older portal did not store. */
const FORGET = `
  with statussen as (
    update status set reden = null, einddatum_gepland = null, uiterlijke_einddatum = null where zaak_id = $1
  )
  update zaak set aanvullen_tot = null,
    gegevens = gegevens || '{ "opschorting": null, "aanvullingen": [], "besluiten": [] }'
  where id = $1`

async function stateOf(id: string) {
  const { liveVolgnummer: _, ...zaak } = await ctx.db.zaak.findUniqueOrThrow({
    where: { id },
    include: { statussen: { orderBy: { versie: 'asc' } } },
  })
  return zaak
}

const live = async (id: string) => (await ctx.db.zaak.findUniqueOrThrow({ where: { id } })).liveVolgnummer

test('a fetched zaak is shown to its citizen and to nobody else', async () => {
  const zaak = testZaak({ bsn: EEN, statuscodes: ['ontvangen', 'in_behandeling'], toelichting: 'Wij bellen u.' })
  expect(await storeZaak(ctx, zaak)).toBe('changed')

  const burger = await findOrCreateBurger(ctx, EEN)
  const other = await findOrCreateBurger(ctx, ANDER)
  const found = await findZaakOfBurger(ctx, { burgerId: burger.id, zaakId: zaak.uuid })
  expect(found).toMatchObject({
    id: zaak.uuid,
    startdatum: '2026-11-10',
    einddatum: null,
    statuscode: 'in_behandeling',
    versie: 2,
    gezienVersie: 0,
    bijgewerktOp: new Date('2026-11-11T09:00:00Z'),
    zaaktype: zaak.zaaktype,
    statussen: [
      { versie: 1, soort: 'registratie', statustoelichting: null },
      { versie: 2, soort: 'statuswijziging', statustoelichting: 'Wij bellen u.' },
    ],
  })
  expect((await findZakenOfBurger(ctx, { burgerId: burger.id })).open).toEqual([found])
  expect((await findZakenOfBurger(ctx, { burgerId: other.id })).open).toEqual([])
  expect(await findZaakOfBurger(ctx, { burgerId: other.id, zaakId: zaak.uuid })).toBeUndefined()
  expect(await findZaakOfBurger(ctx, { burgerId: burger.id, zaakId: 'x' })).toBeUndefined()
})

test('the day of a letter is stored, also when only that day is new', async () => {
  const zaak = testZaak({ bsn: EEN, statuscodes: ['ontvangen', 'in_behandeling'] })
  const withDay = (gebeurdOp: string | null) => {
    const statussen = zaak.statussen.map((status, index) => ({ ...status, gebeurdOp: index === 1 ? gebeurdOp : null }))
    return { ...zaak, statussen }
  }
  await storeZaak(ctx, zaak)
  expect(await storeZaak(ctx, withDay(null))).toBe('unchanged')
  expect(await storeZaak(ctx, withDay('2026-11-09'))).toBe('changed')
  const burger = await findOrCreateBurger(ctx, EEN)
  const found = await findZaakOfBurger(ctx, { burgerId: burger.id, zaakId: zaak.uuid })
  expect(found?.statussen.map(({ gebeurdOp }) => gebeurdOp)).toEqual([null, '2026-11-09'])
  const { open } = await findZakenOfBurger(ctx, { burgerId: burger.id })
  expect(open.find(({ id }) => id === zaak.uuid)).toEqual(found)
})

test('no BSN is stored', async () => {
  const { rows } = await ctx.pool.query('select bsn_hash from burger')
  for (const { bsn_hash } of rows) expect(bsn_hash).toMatch(/^[A-Za-z0-9_-]{43}$/)
})

test('an unchanged zaak is no news; a new toelichting is', async () => {
  const zaak = testZaak({ bsn: EEN })
  await storeZaak(ctx, zaak)
  const first = await live(zaak.uuid)
  expect(await storeZaak(ctx, zaak)).toBe('unchanged')
  expect(await live(zaak.uuid)).toBe(first)

  const [status] = zaak.statussen
  const withNote = { ...zaak, statussen: [{ ...status, statustoelichting: 'Hallo' }] } as typeof zaak
  expect(await storeZaak(ctx, withNote)).toBe('changed')
  expect(await live(zaak.uuid)).toBe(first + 1)
})

test.each(HANDELINGEN)('%s is read as fetched, is news once and can be removed', async (_what, part) => {
  const before = testZaak({ bsn: EEN })
  const zaak = { ...before, ...part }
  await storeZaak(ctx, zaak)
  const { id: burgerId } = await findOrCreateBurger(ctx, EEN)
  expect(await findZaakOfBurger(ctx, { burgerId, zaakId: zaak.uuid })).toMatchObject(part)
  expect(await storeZaak(ctx, zaak)).toBe('unchanged')

  expect(await storeZaak(ctx, before)).toBe('changed')
  const none = { opschorting: null, aanvullingen: [], besluiten: [] }
  expect(await findZaakOfBurger(ctx, { burgerId, zaakId: zaak.uuid })).toMatchObject(none)
})

test('a row of the history has its reden and the dates after it', async () => {
  const zaak = testZaak({ bsn: EEN })
  const [status] = zaak.statussen as [ZaakResource['statussen'][number]]
  const moved = { reden: 'overmacht', einddatumGepland: '2026-12-24', uiterlijkeEinddatumAfdoening: '2027-01-09' }
  await storeZaak(ctx, { ...zaak, statussen: [{ ...status, ...moved }] })
  const { id: burgerId } = await findOrCreateBurger(ctx, EEN)
  expect((await findZaakOfBurger(ctx, { burgerId, zaakId: zaak.uuid }))?.statussen).toMatchObject([
    { reden: 'overmacht', einddatumGepland: '2026-12-24', uiterlijkeEinddatumAfdoening: '2027-01-09' },
  ])
})

test.each(HANDELINGEN)('%s that an older portal did not store is stored by the next fetch', async (_, part) => {
  const zaak = { ...testZaak({ bsn: EEN }), ...part }
  await storeZaak(ctx, zaak)
  const stored = await stateOf(zaak.uuid)
  await ctx.pool.query(FORGET, [zaak.uuid])
  expect(await storeZaak(ctx, zaak)).toBe('changed')
  expect(await stateOf(zaak.uuid)).toEqual(stored)
})

test('a zaak keeps the version of its zaaktype while others have a newer one', async () => {
  const older = testZaak({ bsn: EEN })
  const newer = testZaak({ bsn: EEN })
  newer.zaaktype = { ...newer.zaaktype, versie: 2, omschrijving: { nl: 'Nieuw', en: 'New' } }
  await storeZaak(ctx, older)
  await storeZaak(ctx, newer)
  const { id: burgerId } = await findOrCreateBurger(ctx, EEN)
  for (const zaak of [older, newer]) {
    expect(await findZaakOfBurger(ctx, { burgerId, zaakId: zaak.uuid })).toMatchObject({ zaaktype: zaak.zaaktype })
    expect(await storeZaak(ctx, zaak)).toBe('unchanged')
  }
})

test('an older versie never replaces a newer one', async () => {
  const newer = testZaak({ bsn: EEN, statuscodes: ['ontvangen', 'in_behandeling'] })
  const older = testZaak({ bsn: EEN, uuid: newer.uuid })
  await storeZaak(ctx, newer)
  expect(await storeZaak(ctx, older)).toBe('outdated')
  expect(await ctx.db.zaak.findUnique({ where: { id: newer.uuid } })).toMatchObject({ versie: 2 })
})

test('a zaak older than the portal counts as seen; a later change does not', async () => {
  const zaak = testZaak({ bsn: EEN })
  await storeZaak(ctx, zaak, { alreadySeen: true })
  const changed = testZaak({ bsn: EEN, uuid: zaak.uuid, statuscodes: ['ontvangen', 'in_behandeling'] })
  await storeZaak(ctx, changed, { alreadySeen: true })
  expect(await ctx.db.zaak.findUnique({ where: { id: zaak.uuid } })).toMatchObject({ versie: 2, gezienVersie: 1 })
})

test('marking as seen works for the own zaak only, forward, up to the current versie', async () => {
  const zaak = testZaak({ bsn: EEN, statuscodes: ['a', 'b', 'c'] })
  await storeZaak(ctx, zaak)
  const burger = await findOrCreateBurger(ctx, EEN)
  const other = await findOrCreateBurger(ctx, ANDER)
  const seen = async () => (await ctx.db.zaak.findUniqueOrThrow({ where: { id: zaak.uuid } })).gezienVersie
  const mark = (burgerId: string, versie: number) =>
    markGezien(ctx, { burgerId, namens: null, zaakId: zaak.uuid, versie })

  await mark(other.id, 2)
  expect(await seen()).toBe(0)
  await mark(burger.id, 2)
  expect(await seen()).toBe(2)
  await mark(burger.id, 1)
  expect(await seen()).toBe(2)
  await mark(burger.id, Number.MAX_SAFE_INTEGER)
  expect(await seen()).toBe(3)
})

test('a zaak that moves to another citizen is new there and leaves the open pages of the former', async () => {
  const zaak = testZaak({ bsn: EEN })
  await storeZaak(ctx, zaak, { alreadySeen: true })
  const [burger, other] = [await findOrCreateBurger(ctx, EEN), await findOrCreateBurger(ctx, ANDER)]
  const hub = createLiveHub(ctx)
  const pages = [await openTestPage(ctx, hub, burger.id), await openTestPage(ctx, hub, other.id)]
  const of = (burgerId: string) => findZaakOfBurger(ctx, { burgerId, zaakId: zaak.uuid })

  await storeZaak(ctx, { ...zaak, initiator: { bsn: ANDER } })
  expect(await of(burger.id)).toBeUndefined()
  expect(await of(other.id)).toMatchObject({ gezienVersie: 0 })
  await hub.refreshAll()
  for (const page of pages) expect(page.zaken()).toEqual([zaak.uuid])

  await storeZaak(ctx, { ...zaak, initiator: { bsn: EEN } })
  await storeZaak(ctx, { ...zaak, initiator: { bsn: ANDER } })
  expect(await of(burger.id)).toBeUndefined()
  expect(await of(other.id)).toBeDefined()
})

test('ten concurrent zaken of one new citizen make one burger', async () => {
  const bsn = DEMO_BURGERS[5]?.bsn as string
  await Promise.all(Array.from({ length: 10 }, () => storeZaak(ctx, testZaak({ bsn }))))
  const burger = await findOrCreateBurger(ctx, bsn)
  expect((await findZakenOfBurger(ctx, { burgerId: burger.id })).open).toHaveLength(10)
})

test('direction overrides are removed from the texts of a zaak, and the same zaak again is unchanged', async () => {
  const given = testZaak({ bsn: EEN, toelichting: 'Bel \u202D06 12345678\u202C.\u2028Of mail "\u2067ons\u2069".' })
  const [, [, asked]] = HANDELINGEN as [unknown, [string, Partial<ZaakResource>]]
  const [one] = asked.aanvullingen as [ZaakResource['aanvullingen'][number]]
  const zaak: ZaakResource = {
    ...given,
    omschrijving: 'Dakkapel \u202Efdp.exe, \\u202E, \u200Fשלום\u200F',
    aanvullingen: [{ ...one, naam: '\u202APlattegrond', toelichting: 'Met\u202B maten' }],
    zaaktype: { ...given.zaaktype, omschrijving: { nl: '\u2066Dakkapel', en: 'Dormer\u2068' } },
  }
  const read = {
    omschrijving: 'Dakkapel fdp.exe, \\u202E, \u200Fשלום\u200F',
    aanvullingen: [{ naam: 'Plattegrond', toelichting: 'Met maten' }],
    zaaktype: { omschrijving: { nl: 'Dakkapel', en: 'Dormer' } },
    statussen: [{ statustoelichting: 'Bel 06 12345678.\u2028Of mail "ons".' }],
  }
  expect(await storeZaak(ctx, zaak)).toBe('changed')
  const { id: burgerId } = await findOrCreateBurger(ctx, EEN)
  expect(await findZaakOfBurger(ctx, { burgerId, zaakId: zaak.uuid })).toMatchObject(read)
  expect(await storeZaak(ctx, zaak)).toBe('unchanged')

  expect(await updateKnownZaken(ctx, [{ ...zaak, omschrijving: '\u202Eexe.pdf' }])).toEqual(new Set([zaak.uuid]))
  const omschrijving = 'exe.pdf'
  expect(await findZaakOfBurger(ctx, { burgerId, zaakId: zaak.uuid })).toMatchObject({ ...read, omschrijving })
})
