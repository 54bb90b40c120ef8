import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { LEZER, registerTestZaak } from '../zaak/test-zaak.ts'
import { countWerkvoorraad, findWerkvoorraad, type WerkvoorraadQuery } from './find-werkvoorraad.ts'

let ctx: TestZaaksysteem
let kap: Awaited<ReturnType<typeof registerTestZaak>>
let feest: Awaited<ReturnType<typeof registerTestZaak>>

beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => new Date('2026-11-27T08:12:00Z') })
  kap = await registerTestZaak(ctx, { zaaktype: 'OMG-KAP', omschrijving: 'Kap van 100% dode eik', naam: 'J. Visser' })
  feest = await registerTestZaak(ctx, { zaaktype: 'APV-EVEN', omschrijving: 'Zomerfeest op_het Kerkplein' })
  const closed = await registerTestZaak(ctx, { omschrijving: 'Standplaats \\ vis' })
  await changeStatus(ctx, { ...closed.change, versie: 1, statustype: 'besluit_genomen', resultaat: 'verleend' })
})
afterAll(() => ctx.close())

const find = (query: Partial<WerkvoorraadQuery>) =>
  findWerkvoorraad(ctx, { afgehandeld: false, sorteer: 'zaaknummer', richting: 'op', ...query }, LEZER)
const found = async (query: Partial<WerkvoorraadQuery>) =>
  (await find(query)).regels.map(({ omschrijving }) => omschrijving)

const KAP = 'Kap van 100% dode eik'
const FEEST = 'Zomerfeest op_het Kerkplein'

test('a regel has the omschrijving, aanvrager, status and days left', async () => {
  const { regels, totaal, volgende, vorige } = await find({})
  expect({ totaal, volgende, vorige }).toEqual({ totaal: 2, volgende: null, vorige: null })
  expect(regels[0]).toEqual({
    id: kap.id,
    identificatie: 'ZAAK-2026-0000000001',
    omschrijving: KAP,
    zaaktype: 'OMG-KAP',
    zaaktypeOmschrijving: 'Boom kappen',
    aanvragerNaam: 'J. de Vries',
    startdatum: '2026-11-27',
    aanvragerKvk: null,
    aanvragerVestiging: null,
    statusOmschrijving: 'Aanvraag ontvangen',
    einddatumGepland: '2027-01-08',
    uiterlijkeEinddatum: '2027-01-22',
    einddatum: null,
    opschorting: null,
    isBesloten: false,
    dagenTotStreefdatum: 42,
    dagenTotFataleDatum: 56,
    behandelaarId: kap.behandelaarId,
    behandelaarNaam: 'J. Visser',
    team: 'Omgeving',
    teamnaam: 'Omgeving',
    vertrouwelijk: false,
    bezorging: 'onderweg',
  })
})

test('closed zaken are a list of their own, with their resultaat as status', async () => {
  const { regels } = await find({ afgehandeld: true })
  expect(regels).toMatchObject([{ statusOmschrijving: 'Vergunning verleend', einddatum: '2026-11-27' }])
})

test.each([
  ['kerkPLEIN', [FEEST]],
  ['zaak-2026-0000000001', [KAP]],
  ['  de vries ', [KAP, FEEST]],
  // each word occurs in another text of the zaak, in any order
  ['vries kerkplein', [FEEST]],
  ['Zaak-2026 eik  Vries', [KAP]],
  ['eik kerkplein', []],
  ['j. kerkplein', [FEEST]],
  ['zz kerkplein', []],
  // a short word matches only at the beginning of a word, so not in 2026
  ['eik 10', [KAP]],
  ['eik 26', []],
  ['100%', [KAP]],
  ['op_het', [FEEST]],
  ['het_k', []],
  ['kap\\', []],
  ["'; drop table zaak; --", []],
  ['eik\0', [KAP]],
  // too short for a text search, so the number of a zaak
  ['2', [FEEST]],
  ['02', [FEEST]],
  ['va', []],
  ['---', []],
])('a search for %j', async (zoek, omschrijvingen) => {
  expect(await found({ zoek })).toEqual(omschrijvingen)
})

test('a backslash in a search is taken literally', async () => {
  expect(await found({ zoek: '\\ vis', afgehandeld: true })).toEqual(['Standplaats \\ vis'])
})

test('filters by zaaktype, statustype and behandelaar', async () => {
  expect(await found({ zaaktype: 'APV-EVEN' })).toEqual([FEEST])
  expect(await found({ statustype: 'adviezen_ontvangen' })).toEqual([])
  expect(await found({ behandelaarId: kap.behandelaarId })).toEqual([KAP])
  expect(await found({ behandelaarId: kap.behandelaarId, zaaktype: 'APV-EVEN' })).toEqual([])
  expect(await found({ behandelaarId: null })).toEqual([])
  await ctx.db.zaak.update({ where: { id: feest.id }, data: { behandelaarId: null } })
  expect(await found({ behandelaarId: null })).toEqual([FEEST])
  await ctx.db.zaak.update({ where: { id: feest.id }, data: { behandelaarId: feest.behandelaarId } })
})

test.each([
  'onzin',
  Buffer.from('[]').toString('base64url'),
  Buffer.from('["after","streefdatum","op","2026-99-99","0199a000-0000-7000-8000-000000000123"]').toString('base64url'),
  Buffer.from('["after","zaaknummer","op","99999999999","0199a000-0000-7000-8000-000000000123"]').toString('base64url'),
  Buffer.from('["after","zaaknummer","op","1","geen-uuid"]').toString('base64url'),
])('a broken cursor gives the first page: %s', async (cursor) => {
  expect(await found({ cursor })).toEqual([KAP, FEEST])
  expect(await found({ cursor, sorteer: 'streefdatum' })).toHaveLength(2)
})

test('open zaken are counted, in total and of one behandelaar', async () => {
  expect(await countWerkvoorraad(ctx, { ...LEZER, id: feest.behandelaarId })).toEqual({
    open: 2,
    vanMij: 1,
  })
})
