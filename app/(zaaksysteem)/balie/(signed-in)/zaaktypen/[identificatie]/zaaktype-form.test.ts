import { expect, test } from 'vitest'
import { readForm } from '#lib/ui/form/read-form.ts'
import { formDataOf } from '#lib/ui/form/test-form-data.ts'
import { findZaaktype, findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import type { Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { openTestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { untouched } from './test-untouched.ts'
import { zaaktypeForm } from './zaaktype-form.ts'

const TEAMS = ['Omgeving', 'Parkeren en verkeer', 'Vergunningen'].map((value) => ({ value, label: value }))

const ctx = await openTestZaaksysteem()
const zaaktype = await findZaaktype(ctx, 'APV-STAND')

/** Reads as the action does: without `identificatie` and `versie`, which the form does not change. */
function readAs({ identificatie: _, versie: __, ...current }: Zaaktype, typed: Record<string, string>) {
  const form = readForm(zaaktypeForm(current, TEAMS), formDataOf(typed))
  return form.ok ? { gegevens: form.fields, errors: [] } : { gegevens: undefined, errors: form.refusal.errors }
}

const read = (typed: Record<string, string>) => readAs(zaaktype, { ...untouched(zaaktype, TEAMS), ...typed })

test('an unchanged form gives every zaaktype as it was', async () => {
  for (const each of await findZaaktypen(ctx)) {
    const { identificatie: _, versie: __, ...gegevens } = each
    expect(readAs(each, untouched(each, TEAMS))).toEqual({ gegevens, errors: [] })
  }
})

test('typed values are stored, and codes stay the same', () => {
  const { gegevens, errors } = read({
    'status.0.antwoord.nl': ' Wij hebben uw brief. ',
    'doorlooptijd.aantal': '70',
    'doorlooptijd.eenheid': 'D',
    'verlengingstermijn.aantal': '',
    'tekst.3.naam': 'Nieuw',
    'tekst.3.tekst': 'Zaak {zaaknummer} is bij team {team}.',
    'tekst.3.bij': 'termijn',
  })
  expect(errors).toEqual([])
  const doorlooptijd = { duur: 'P70D', grondslag: 'APV 1:2 lid 1', regeling: 'verordening' }
  expect(gegevens).toMatchObject({ doorlooptijd, verlengingstermijn: null })
  expect(gegevens?.statustypen[0]).toMatchObject({
    code: 'aanvraag_ontvangen',
    antwoord: { nl: 'Wij hebben uw brief.', en: 'We have received your application.' },
  })
  expect(gegevens?.teksten.at(-1)).toEqual({
    naam: 'Nieuw',
    tekst: 'Zaak {zaaknummer} is bij team {team}.',
    bij: 'termijn',
  })
})

test('the meaning of withdrawing is given in both languages, or in neither', () => {
  const both = { 'intrekken.nl': 'U betaalt een deel van de leges.', 'intrekken.en': 'You pay part of the fees.' }
  expect(read(both).gegevens?.intrekken).toEqual({ nl: both['intrekken.nl'], en: both['intrekken.en'] })
  expect(read({}).gegevens?.intrekken).toBeNull()
  expect(read({ ...both, 'intrekken.en': '' }).errors).toMatchObject([{ name: 'intrekken.en' }])
})

test.each([
  ['14,7, 1', [14, 7, 1]],
  [' 1, 30, 1 ', [30, 1]],
  ['', []],
])('waarschuwingsdagen %j are %j', (waarschuwingsdagen, days) => {
  expect(read({ waarschuwingsdagen })).toMatchObject({ gegevens: { waarschuwingsdagen: days }, errors: [] })
})

test.each(['0', '61', '7 1', 'een week', '7.5', '-1', '1e1'])(
  '%j are not valid waarschuwingsdagen',
  (waarschuwingsdagen) => {
    expect(read({ waarschuwingsdagen }).errors).toMatchObject([{ name: 'waarschuwingsdagen' }])
  },
)

test.each([
  ['7', 'P7Y'],
  [' 100 ', 'P100Y'],
  ['', null],
])('a bewaartermijn in years is stored as a duration: %j', (entered, bewaartermijn) => {
  const { gegevens, errors } = read({ 'resultaat.1.bewaartermijn': entered })
  expect(errors).toEqual([])
  expect(gegevens?.resultaattypen[1]).toMatchObject({ code: 'geweigerd', bewaartermijn })
})

test.each(['0', '1000', '1,5', '-1', 'P5Y', 'vijf'])('%j is not a valid bewaartermijn', (entered) => {
  expect(read({ 'resultaat.1.bewaartermijn': entered }).errors).toMatchObject([{ name: 'resultaat.1.bewaartermijn' }])
})

test('an emptied standaardtekst is removed, and an unticked box means false', () => {
  const { 'status.1.informeren': _, ...typed } = untouched(zaaktype, TEAMS)
  const { gegevens } = readAs(zaaktype, { ...typed, 'tekst.0.naam': '', 'tekst.0.tekst': '' })
  expect(gegevens?.teksten).toHaveLength(zaaktype.teksten.length - 1)
  expect(gegevens?.statustypen[1]?.informeren).toBe(false)
})

test('all errors are reported at once, at their fields', () => {
  const { errors } = read({
    team: '',
    'omschrijving.nl': 'a'.repeat(81),
    'servicenorm.aantal': 'veel',
    'doorlooptijd.grondslag': '',
    'status.0.statustekst.nl': 'U hoort uiterlijk {fataledatum} van ons.',
    'status.1.handeling.nl': 'Bel ons.',
    'tekst.0.tekst': '',
    'tekst.1.tekst': 'Beste {naam}',
  })
  expect(errors.map(({ name }) => name).sort()).toEqual([
    'doorlooptijd.grondslag',
    'omschrijving.nl',
    'servicenorm.aantal',
    'status.0.statustekst.en',
    'status.0.statustekst.nl',
    'status.1.handeling.en',
    'team',
    'tekst.0.tekst',
    'tekst.1.tekst',
  ])
})

test.each(['doorlooptijd.grondslag', 'verlengingstermijn.grondslag'])('a missing article is an error: %s', (name) => {
  expect(read({ [name]: '' }).errors).toMatchObject([{ name }])
})

test('the servicenorm cannot exceed the statutory term', () => {
  expect(read({ 'servicenorm.aantal': '9' }).errors).toMatchObject([{ name: 'servicenorm.aantal' }])
  expect(read({ 'servicenorm.aantal': '1', 'servicenorm.eenheid': 'M' }).errors).toEqual([])
  const months = { 'doorlooptijd.aantal': '2', 'doorlooptijd.eenheid': 'M', 'servicenorm.eenheid': 'D' }
  expect(read({ ...months, 'servicenorm.aantal': '59' }).errors).toEqual([])
  expect(read({ ...months, 'servicenorm.aantal': '60' }).errors).toMatchObject([{ name: 'servicenorm.aantal' }])
})

test('a reasonable term is at most eight weeks, and is announced instead of extended', () => {
  const redelijk = { 'doorlooptijd.regeling': 'redelijk', 'verlengingstermijn.aantal': '' }
  expect(read(redelijk).gegevens?.doorlooptijd).toMatchObject({ duur: 'P8W', regeling: 'redelijk' })
  const broken = { 'doorlooptijd.aantal': '9', 'verlengingstermijn.aantal': '2' }
  expect(read({ ...redelijk, ...broken }).errors.map(({ name }) => name)).toEqual([
    'doorlooptijd.aantal',
    'verlengingstermijn.aantal',
  ])
})

test('a term has a number, a unit, an article, and the kind of rule it comes from', () => {
  const typed = {
    'doorlooptijd.aantal': '6',
    'doorlooptijd.eenheid': 'M',
    'doorlooptijd.grondslag': 'Awb 3:18 lid 1',
    'doorlooptijd.regeling': 'wet',
    'verlengingstermijn.aantal': '6',
    'verlengingstermijn.grondslag': 'Omgevingswet 16.66',
    'verlengingstermijn.regeling': 'wet',
    'reden.3.grond': 'vertraging_aanvrager',
  }
  const { gegevens, errors } = read(typed)
  expect(errors).toEqual([])
  expect(gegevens).toMatchObject({
    doorlooptijd: { duur: 'P6M', grondslag: 'Awb 3:18 lid 1', regeling: 'wet' },
    verlengingstermijn: { duur: 'P6W', grondslag: 'Omgevingswet 16.66', regeling: 'wet' },
  })
  expect(gegevens?.opschortingsredenen[3]).toMatchObject({ code: 'overmacht', grond: 'vertraging_aanvrager' })
})

test.each([
  [' https://www.gemeente.example/bezwaar ', 'https://www.gemeente.example/bezwaar'],
  ['', null],
])('the page about bezwaar %j is %j', (bezwaar, stored) => {
  expect(read({ bezwaar })).toMatchObject({ gegevens: { bezwaar: stored }, errors: [] })
})

test.each([
  'www.gemeente.example',
  'javascript:alert(1)',
  'ftp://gemeente.example',
  'bezwaar',
  `https://${'a'.repeat(300)}`,
])('%j is no page about bezwaar', (bezwaar) => {
  expect(read({ bezwaar }).errors).toContainEqual(expect.objectContaining({ name: 'bezwaar' }))
})

test('the duration is shown to citizens unless the box is unticked', () => {
  const { toontDoorlooptijd: _, ...unticked } = untouched(zaaktype, TEAMS)
  expect(readAs(zaaktype, unticked).gegevens?.toontDoorlooptijd).toBe(false)
  expect(read({}).gegevens?.toontDoorlooptijd).toBe(true)
})

const naam = (index: number) => ({ nl: `soort.${index}.omschrijving.nl`, en: `soort.${index}.omschrijving.en` })

test('a kind of document can be added, renamed and ended, and keeps its code', () => {
  const { gegevens, errors } = read({
    [naam(0).nl]: 'Beschikking',
    'soort.1.beeindigd': 'on',
    'nieuweSoort.0.code': 'tekening',
    'nieuweSoort.0.omschrijving.nl': 'Tekening',
    'nieuweSoort.0.omschrijving.en': 'Drawing',
    'nieuweSoort.0.richting': 'inkomend',
  })
  expect(errors).toEqual([])
  const soorten = gegevens?.informatieobjecttypen ?? []
  expect(soorten[0]).toMatchObject({ code: 'besluit', omschrijving: { nl: 'Beschikking' }, beeindigd: false })
  expect(soorten[1]).toMatchObject({ code: 'brief', beeindigd: true })
  const added = { code: 'tekening', omschrijving: { nl: 'Tekening', en: 'Drawing' }, richting: 'inkomend' }
  expect(soorten.at(-1)).toEqual({ ...added, beeindigd: false })
})

test('a kind of document has a code of its own and a direction; one outgoing and one incoming kind must remain', () => {
  const added = {
    'nieuweSoort.0.code': 'brief',
    'nieuweSoort.0.omschrijving.nl': 'Brief',
    'nieuweSoort.0.omschrijving.en': 'Letter',
  }
  expect(read(added).errors).toMatchObject([{ name: 'nieuweSoort.0.richting' }])
  expect(read({ ...added, 'nieuweSoort.0.richting': 'uitgaand' }).errors).toMatchObject([
    { name: 'nieuweSoort.0.code' },
  ])
  const ended = (...indexes: number[]) => Object.fromEntries(indexes.map((index) => [`soort.${index}.beeindigd`, 'on']))
  expect(read(ended(0, 2, 4)).errors).toEqual([])
  expect(read(ended(0, 1, 2, 3)).errors).toMatchObject([{ name: naam(0).nl }, { name: naam(2).nl }])
})
