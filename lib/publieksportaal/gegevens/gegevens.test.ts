import { text } from 'node:stream/consumers'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { addAdres, mailEnv } from '../mail/test-mail.ts'
import { createSessie } from '../sign-in/burger/sessies.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { openTestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { downloadGegevens, findGegevens, findOnderdeel, PAGE_SIZE } from './find-gegevens.ts'
import { ONDERDELEN } from './onderdelen.ts'

const BSN = '999990342'
const NOW = new Date('2026-11-25T09:00:00Z')
const MANY = 120
const ENDPOINT_HASH = 'e'.repeat(64)
const mine = testZaak({ bsn: BSN, statuscodes: ['ontvangen', 'in_behandeling'], toelichting: 'Dank voor de tekening.' })
const theirs = testZaak({ bsn: '999990408' })
const ctx = await openTestPublieksportaal({ clock: () => NOW, env: mailEnv({ url: 'smtp://localhost:9' }) })
const burgerId = (await findOrCreateBurger(ctx, BSN)).id
const strangerId = (await findOrCreateBurger(ctx, '999990408')).id
for (const zaak of [mine, theirs]) await storeZaak(ctx, zaak)
for (const id of [burgerId, strangerId]) await createSessie(ctx, { burgerId: id, naam: null })
const auditregel = {
  tijdstip: NOW,
  actorSoort: 'burger',
  actor: burgerId,
  handeling: 'uitloggen',
  uitkomst: 'gelukt',
} as const
await addAdres(ctx, { burgerId, adres: 'mijn@adres.example' })
await ctx.db.uitgaandeMail.create({
  data: { soort: 'bevestiging', burgerId, aangemaaktOp: NOW, volgendePoging: NOW },
})
const device = { endpointHash: ENDPOINT_HASH, versleuteld: new Uint8Array([7]), sleutelId: 'k', taal: 'nl' } as const
const [apparaatId, pushId] = [uuidv7(), uuidv7()]
const naam = 'Chrome (Android)'
await ctx.db.apparaat.create({ data: { id: apparaatId, burgerId, naam, toegevoegdOp: NOW, ...device } })
await ctx.db.uitgaandePush.create({
  data: { id: pushId, apparaatId, zaakId: mine.uuid, vanVersie: 1, aangemaaktOp: NOW, volgendePoging: NOW },
})
await ctx.db.auditregel.createMany({ data: Array.from({ length: MANY }, () => ({ ...auditregel, id: uuidv7() })) })

const download = async (id: string) =>
  JSON.parse(await text(await downloadGegevens(ctx, { burgerId: id, gemachtigdeId: null })))

test('the file has everything, also beyond one page, and the time at which it was made', async () => {
  const file = await download(burgerId)
  expect(file.gemaaktOp).toBe(NOW.toISOString())
  expect(Object.keys(file)).toEqual(['gemaaktOp', ...Object.keys(ONDERDELEN)])
  expect(file.burger).toMatchObject([{ kenmerk: burgerId }])
  expect(file.zaken).toMatchObject([
    {
      kenmerk: mine.uuid,
      zaaktype: 'Omgevingsvergunning',
      gezienVersie: 0,
      statussen: [{ versie: 1 }, { versie: 2, tijdstip: expect.any(String), toelichting: 'Dank voor de tekening.' }],
    },
  ])
  expect(file.emailadres).toMatchObject([{ adres: 'mijn@adres.example' }])
  expect(file.mails).toEqual([{ soort: 'bevestiging', zaakId: null, aangemaaktOp: NOW.toISOString() }])
  expect(file.apparaten).toEqual([
    {
      naam: 'Chrome (Android)',
      taal: 'nl',
      toegevoegdOp: NOW.toISOString(),
      laatstGeluktOp: null,
      nogTeMelden: [{ zaakId: mine.uuid, aangemaaktOp: NOW.toISOString() }],
    },
  ])
  expect(file.sessies).toMatchObject([{ beeindigdOp: null }])
  expect(file.handelingen.length).toBeGreaterThan(MANY)
})

test('page and file have no data of another citizen, and no key, hash or sign-in id', async () => {
  const { id: sessieId } = await ctx.db.sessie.findFirstOrThrow({ where: { burgerId } })
  const { bsnHash } = await ctx.db.burger.findUniqueOrThrow({ where: { id: burgerId } })
  const all = JSON.stringify([
    await download(burgerId),
    (await findGegevens(ctx, burgerId)).map(({ regels }) => regels.map(({ gegevens }) => gegevens)),
  ])
  for (const secret of [theirs.uuid, strangerId, sessieId, bsnHash, BSN, ENDPOINT_HASH])
    expect(all).not.toContain(secret)
})

test('a download is in the audittrail, and so in the next download', async () => {
  await download(strangerId)
  expect(
    await ctx.db.auditregel.findFirstOrThrow({ where: { handeling: 'gegevens_downloaden', actor: strangerId } }),
  ).toMatchObject({
    actorSoort: 'burger',
    objectSoort: 'burger',
    objectId: strangerId,
    uitkomst: 'gelukt',
  })
  const { handelingen } = await download(strangerId)
  expect(handelingen.map(({ handeling }: { handeling: string }) => handeling)).toContain('gegevens_downloaden')
})

test('the page shows the newest of each onderdeel, with the rest in pages', async () => {
  const shown = await findGegevens(ctx, burgerId)
  const read = async (blad: number) => findOnderdeel(ctx, { burgerId, naam: 'handelingen', blad })
  const pages = [await read(1), await read(2), await read(3)]
  expect(shown.find(({ naam }) => naam === 'handelingen')).toEqual(pages[0])
  expect(pages.map(({ regels, more }) => [regels.length <= PAGE_SIZE, more])).toEqual([
    [true, true],
    [true, true],
    [true, false],
  ])
  const ids = pages.flatMap(({ regels }) => regels.map(({ id }) => id))
  const all = await ctx.db.auditregel.findMany({ where: { actor: burgerId }, orderBy: { id: 'desc' } })
  expect(ids).toEqual(all.map(({ id }) => id))
  expect(shown.find(({ naam }) => naam === 'zaken')).toMatchObject({ more: false, regels: [{ id: mine.uuid }] })
})

test('every table with data of a citizen has its onderdeel', async () => {
  const { rows } = await ctx.pool.query<{ table_name: string }>(
    "select table_name from information_schema.columns where column_name = 'burger_id' order by table_name",
  )
  // add an onderdeel before adding a table here
  expect(rows.map(({ table_name }) => table_name)).toEqual([
    'agenda',
    'apparaat',
    'bestand',
    'bewijs',
    'emailadres',
    'herinnering',
    'inzending',
    'nieuw_emailadres',
    'sessie',
    'uitgaande_mail',
    'verwijderde_zaak',
    'verzonden_mail',
    'vestiging',
    'zaak',
  ])
})
