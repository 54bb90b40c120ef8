import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestZaaksysteem, type TestZaaksysteem } from '../../../test-context.ts'
import { findZaakResource } from '../../api/resource/find-zaak-resource.ts'
import { AANVRAGER, registerTestZaak } from '../../test-zaak.ts'
import { RECORD_ZIENSWIJZEN } from '../besluit/record-zienswijzen.ts'
import { performHandeling } from '../perform-handeling.ts'
import { changeStatus } from '../status/change-status.ts'
import { suspendZaak } from '../stilstand/suspend-zaak.ts'
import { announceVertraging } from '../te-laat/announce-vertraging.ts'
import { extendZaak } from '../verlenging/extend-zaak.ts'
import { changeGegevens } from './change-gegevens.ts'

const ANDER = '999992806'
const KVK = { kvkNummer: '69599084', vestigingsnummer: '000037890001' }

let ctx: TestZaaksysteem
let id: string
let act: Awaited<ReturnType<typeof registerTestZaak>>['change']
/** APV-STAND is of a verordening: its terms end after six and eight weeks, on 13 and 27 April. */
const REGISTERED = '2026-03-02'
let now: Date
beforeAll(async () => {
  ctx = await createTestZaaksysteem({ clock: () => now })
})
afterAll(() => ctx.close())
beforeEach(async () => {
  on(REGISTERED)
  ;({ id, change: act } = await registerTestZaak(ctx, { omschrijving: 'Kraam op het plein' }))
})

function on(date: string) {
  now = new Date(`${date}T09:00:00Z`)
}
const change = (versie: number, more: object) =>
  changeGegevens(ctx, { ...act, versie, aanleiding: 'Typefout.', ...more })
const kept = () => ctx.db.gegevenswijziging.findMany({ where: { zaakId: id }, orderBy: { versie: 'asc' } })

test('a correction changes the gegevens, keeps the old ones with the reason, and puts neither in the event', async () => {
  expect(await change(1, { omschrijving: 'Kraam op de markt', initiator: { naam: 'J. Jansen' } })).toMatchObject({
    ok: true,
    versie: 2,
  })
  const zaak = await ctx.db.zaak.findUniqueOrThrow({ where: { id } })
  expect(zaak).toMatchObject({
    omschrijving: 'Kraam op de markt',
    aanvragerNaam: 'J. Jansen',
    aanvragerBsn: AANVRAGER.bsn,
  })
  expect(await kept()).toMatchObject([
    {
      versie: 2,
      aanleiding: 'Typefout.',
      omschrijving: 'Kraam op het plein',
      aanvragerNaam: AANVRAGER.naam,
      aanvragerBsn: AANVRAGER.bsn,
      andereAanvrager: false,
    },
  ])
  const { body } = await ctx.db.gebeurtenis.findFirstOrThrow({ where: { zaakId: id }, orderBy: { sequence: 'desc' } })
  for (const secret of ['Jansen', 'markt', AANVRAGER.bsn, 'Typefout']) expect(body).not.toContain(secret)
})

test.each([
  ['another citizen', { bsn: ANDER }],
  ['a vestiging of a company', KVK],
])('changing the aanvrager to %s is a datalek that a beheerder must judge', async (_, initiator) => {
  expect(await change(1, { initiator })).toMatchObject({ ok: true })
  expect((await findZaakResource(ctx, id))?.initiator).toEqual(initiator)
  expect(await kept()).toMatchObject([{ andereAanvrager: true, aanvragerBsn: AANVRAGER.bsn, beoordeeldOp: null }])
})

test.each([
  [{ omschrijving: ' ' }, ['omschrijving_missing']],
  [{ omschrijving: 'een\ttab' }, ['omschrijving_characters']],
  [{ omschrijving: 'x'.repeat(81) }, ['omschrijving_too_long']],
  [{ initiator: { naam: 'x'.repeat(201) } }, ['naam_too_long']],
  [{ initiator: { bsn: '999992807' } }, ['bsn_invalid']],
  [{ initiator: { vestigingsnummer: KVK.vestigingsnummer } }, ['aanvrager_not_one', 'vestiging_invalid']],
])('%j is refused as at registration', async (more, broken) => {
  expect(await change(1, more)).toEqual({ ok: false, reason: 'refused', broken })
  expect(await kept()).toEqual([])
})

test('a closed zaak can be corrected too, and keeps its besluit', async () => {
  await changeStatus(ctx, { ...act, versie: 1, statustype: 'besluit_genomen', resultaat: 'verleend' })
  expect(await change(2, { initiator: { bsn: ANDER } })).toMatchObject({ ok: true })
  expect(await findZaakResource(ctx, id)).toMatchObject({ initiator: { bsn: ANDER }, besluit: {} })
})

test('a correction without a change is refused, and one with an old versie is a conflict', async () => {
  expect(await change(1, { omschrijving: 'Kraam op het plein', initiator: { bsn: AANVRAGER.bsn } })).toMatchObject({
    broken: ['nothing_changed'],
  })
  expect(await change(2, { omschrijving: 'Iets anders' })).toMatchObject({ reason: 'conflict' })
  expect(await kept()).toEqual([])
})

const begun = async () => {
  const { startdatum, einddatumGepland, uiterlijkeEinddatumAfdoening: fataal } = (await findZaakResource(ctx, id)) ?? {}
  return [startdatum, einddatumGepland, fataal]
}
const toelichting = 'Uw aanvraag kwam eerder binnen dan wij opschreven.'

test('correcting the startdatum moves both dates, with a reason for the aanvrager', async () => {
  expect(await begun()).toEqual([REGISTERED, '2026-04-13', '2026-04-27'])
  expect(await change(1, { startdatum: '2026-02-26' })).toMatchObject({ broken: ['reason_required'] })
  expect(await change(1, { startdatum: '2026-02-26', toelichting })).toMatchObject({ ok: true })
  expect(await begun()).toEqual(['2026-02-26', '2026-04-09', '2026-04-23'])
  expect(await kept()).toMatchObject([{ startdatum: new Date(REGISTERED) }])
  const { statussen } = (await findZaakResource(ctx, id)) ?? {}
  expect(statussen?.[1]).toMatchObject({ statustoelichting: toelichting, uiterlijkeEinddatumAfdoening: '2026-04-23' })
})

test('correcting the startdatum keeps later extensions, and applies the Algemene termijnenwet to the new term', async () => {
  // OMG-REG received on 6 February 2026: eight weeks end on Good Friday, so on the Tuesday after Easter
  on('2026-02-06')
  ;({ id, change: act } = await registerTestZaak(ctx, { zaaktype: 'OMG-REG' }))
  await extendZaak(ctx, { ...act, versie: 1, dagen: 14, toelichting: 'Advies.' })
  expect((await begun())[2]).toBe('2026-04-17')
  // a day earlier: eight weeks end on Thursday 2 April, and two weeks more on the 16th
  expect(await change(2, { startdatum: '2026-02-05', toelichting })).toMatchObject({ ok: true })
  expect(await begun()).toEqual(['2026-02-05', '2026-04-02', '2026-04-16'])
})

test('correcting the startdatum keeps an announced streefdatum after the term', async () => {
  await announceVertraging(ctx, { ...act, versie: 1, verwacht: '2026-05-20', toelichting: 'Advies.' })
  await change(2, { startdatum: '2026-02-27', toelichting })
  expect(await begun()).toEqual(['2026-02-27', '2026-05-20', '2026-04-24'])
})

test('correcting the startdatum keeps a last day that was announced or follows from the ontwerp', async () => {
  ;({ id, change: act } = await registerTestZaak(ctx, { zaaktype: 'PARK-GPK' }))
  await announceVertraging(ctx, { ...act, versie: 1, verwacht: '2026-05-20', toelichting: 'Advies.' })
  await change(2, { startdatum: '2026-02-27', toelichting })
  expect(await begun()).toEqual(['2026-02-27', '2026-05-20', '2026-05-20'])

  ;({ id, change: act } = await registerTestZaak(ctx, { zaaktype: 'OMG-UITG' }))
  await changeStatus(ctx, { ...act, versie: 1, statustype: 'ontwerp_ter_inzage' })
  expect(await change(2, { startdatum: '2026-03-03', toelichting })).toMatchObject({
    broken: ['startdatum_in_future', 'startdatum_after_act'],
  })
  // zienswijzen until Monday 13 April, because the six weeks end on a Sunday
  on('2026-04-14')
  await performHandeling(ctx, RECORD_ZIENSWIJZEN, { ...act, versie: 2, gekomen: false })
  await change(3, { startdatum: '2026-02-27', toelichting })
  expect(await begun()).toEqual(['2026-02-27', '2026-05-11', '2026-05-11'])
})

test.each([
  [{ startdatum: '2026-03-03' }, ['startdatum_in_future']],
  [{ startdatum: '1899-12-31' }, ['startdatum_too_early']],
])('%j is refused as at registration', async (more, broken) => {
  expect(await change(1, { ...more, toelichting })).toMatchObject({ broken })
})

test('a startdatum after an act, and a new startdatum of a closed zaak, are refused', async () => {
  on('2026-03-10')
  await suspendZaak(ctx, { ...act, versie: 1, reden: 'overmacht', op: '2026-03-04', tot: '2026-04-01' })
  expect(await change(2, { startdatum: '2026-03-05', toelichting })).toMatchObject({ broken: ['startdatum_after_act'] })
  await changeStatus(ctx, { ...act, versie: 2, statustype: 'besluit_genomen', resultaat: 'ingetrokken' })
  expect(await change(3, { startdatum: '2026-03-01', toelichting })).toMatchObject({ broken: ['startdatum_of_closed'] })
  expect(await change(3, { omschrijving: 'Iets anders' })).toMatchObject({ ok: true })
})

test('an address can be added, corrected and removed; old ones are kept, and no event or API response has it', async () => {
  const adres = 'Kerkplein 1\n1234 AB Voorbeeld'
  const bereikbaar = { adres, telefoonnummer: '+31 6 1234 5678' }
  expect(await change(1, { initiator: bereikbaar })).toMatchObject({ ok: true })
  expect(await change(2, { initiator: { naam: 'J. Jansen' } })).toMatchObject({ ok: true })
  const now = () => ctx.db.zaak.findUniqueOrThrow({ where: { id } })
  expect(await now()).toMatchObject({ aanvragerAdres: adres, aanvragerTelefoon: '+31 6 1234 5678' })
  expect(await change(3, { initiator: bereikbaar })).toEqual({
    ok: false,
    reason: 'refused',
    broken: ['nothing_changed'],
  })
  expect(await change(3, { initiator: { adres: '', telefoonnummer: '' } })).toMatchObject({ ok: true })
  expect(await now()).toMatchObject({ aanvragerAdres: null, aanvragerTelefoon: null, aanvragerBsn: AANVRAGER.bsn })
  expect((await kept()).map(({ aanvragerAdres }) => aanvragerAdres)).toEqual([null, adres, adres])
  expect((await kept()).every(({ andereAanvrager }) => !andereAanvrager)).toBe(true)
  const events = await ctx.db.gebeurtenis.findMany({ where: { zaakId: id } })
  const told = JSON.stringify([events.map(({ body }) => body), await findZaakResource(ctx, id)])
  for (const secret of ['Kerkplein', '1234 5678']) expect(told).not.toContain(secret)
})

test.each([
  [{ adres: 'a\nb\nc\nd\ne' }, 'adres_lines'],
  [{ adres: 'Kerkplein\t1' }, 'adres_lines'],
  [{ adres: 'x'.repeat(201) }, 'adres_too_long'],
  [{ telefoonnummer: 'bel mij' }, 'telefoonnummer_invalid'],
  [{ telefoonnummer: '12345' }, 'telefoonnummer_invalid'],
])('the address or telephone number %j is refused', async (initiator, reason) => {
  expect(await change(1, { initiator })).toEqual({ ok: false, reason: 'refused', broken: [reason] })
})
