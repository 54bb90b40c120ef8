import { expect, test } from 'vitest'
import { readForm } from '#lib/ui/form/read-form.ts'
import { formDataOf } from '#lib/ui/form/test-form-data.ts'
import { zaaktypen as texts } from '#lib/ui/texts/balie/zaaktypen.ts'
import { findZaaktype } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { type ZaaktypeGegevens, zaaktypeGegevens } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { openTestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { untouched } from '../[identificatie]/test-untouched.ts'
import { zaaktypeForm } from '../[identificatie]/zaaktype-form.ts'
import { findExample } from './example.ts'

const TEAMS = ['Omgeving', 'Parkeren en verkeer', 'Vergunningen'].map((value) => ({ value, label: value }))

const ctx = await openTestZaaksysteem()
const { identificatie: _, versie: __, ...gegevens } = await findZaaktype(ctx, 'APV-STAND')
const standplaats = gegevens
const empty = (await findExample(''))?.gegevens as ZaaktypeGegevens

function read(current: ZaaktypeGegevens, typed: Record<string, string>) {
  const form = readForm(zaaktypeForm(current, TEAMS), formDataOf({ ...untouched(current, TEAMS), ...typed }))
  return form.ok ? { gegevens: form.fields, errors: [] } : { gegevens: undefined, errors: form.refusal.errors }
}

const filled = (name: string, code: string) => ({
  [`${name}.code`]: code,
  [`${name}.omschrijving.nl`]: `Naam van ${code}`,
  [`${name}.omschrijving.en`]: `Name of ${code}`,
  [`${name}.antwoord.nl`]: 'Wij zijn bezig.',
  [`${name}.antwoord.en`]: 'We are working on it.',
  [`${name}.statustekst.nl`]: 'U hoort van ons.',
  [`${name}.statustekst.en`]: 'You will hear from us.',
  [`${name}.intern`]: 'Bezig.',
})

const TERMS = {
  'omschrijving.nl': 'Kermis',
  'omschrijving.en': 'Funfair',
  'inleveren.nl': 'Breng het naar de balie.',
  'inleveren.en': 'Bring it to the desk.',
  team: 'Vergunningen',
}

test('a new status is inserted at its position; the others keep code and order, and the last stays the last', () => {
  const typed = { ...filled('nieuweStatus.1', 'advies_gevraagd'), 'nieuweStatus.1.na': '0' }
  const { gegevens, errors } = read(standplaats, typed)
  expect(errors).toEqual([])
  expect(gegevens?.statustypen.map(({ code, volgnummer, isEindstatus }) => [code, volgnummer, isEindstatus])).toEqual([
    ['aanvraag_ontvangen', 1, false],
    ['advies_gevraagd', 2, false],
    ['in_behandeling', 3, false],
    ['besluit_genomen', 4, true],
  ])
  expect(gegevens?.statustypen[1]).toMatchObject({ informeren: true, handeling: null, intern: 'Bezig.' })
  expect(gegevens && zaaktypeGegevens.parse(gegevens)).toEqual(gegevens)
})

test('a new resultaat has one code, for the zaak and for its event', () => {
  const { gegevens, errors } = read(standplaats, filled('nieuwResultaat.0', 'deels_verleend'))
  expect(errors).toEqual([])
  expect(gegevens?.resultaattypen.at(-1)).toMatchObject({
    code: 'deels_verleend',
    statuscode: 'deels_verleend',
    isBesluit: true,
    bewaartermijn: null,
  })
})

test('a reason to suspend can be added, and asks for its ground; a resultaat that was there can become no besluit', () => {
  const reden = {
    'nieuweReden.0.code': 'wacht_op_advies',
    'nieuweReden.0.omschrijving.nl': 'Wij wachten op advies',
    'nieuweReden.0.omschrijving.en': 'We are waiting for advice',
    'nieuweReden.0.intern': 'Advies van buiten',
  }
  expect(read(standplaats, reden).errors).toEqual([{ name: 'nieuweReden.0.grond', text: texts.fout.kies }])
  const typed: Record<string, string> = {
    ...untouched(standplaats, TEAMS),
    ...reden,
    'nieuweReden.0.grond': 'overmacht',
  }
  delete typed['resultaat.0.isBesluit']
  const form = readForm(zaaktypeForm(standplaats, TEAMS), formDataOf(typed))
  expect(form.ok && form.fields.opschortingsredenen.at(-1)).toEqual({
    code: 'wacht_op_advies',
    grond: 'overmacht',
    omschrijving: { nl: 'Wij wachten op advies', en: 'We are waiting for advice' },
    intern: 'Advies van buiten',
  })
  expect(form.ok && form.fields.resultaattypen.map(({ isBesluit }) => isBesluit)).toEqual([
    false,
    ...standplaats.resultaattypen.slice(1).map(({ isBesluit }) => isBesluit),
  ])
  expect(read(standplaats, { ...typed, 'nieuweReden.0.code': 'overmacht' }).errors).toContainEqual({
    name: 'nieuweReden.0.code',
    text: texts.fout.codeBezet,
  })
})

test('a zaaktype can be made without an example', () => {
  const { gegevens, errors } = read(empty, {
    ...TERMS,
    ...filled('nieuweStatus.0', 'ontvangen'),
    ...filled('nieuweStatus.3', 'afgehandeld'),
    ...filled('nieuwResultaat.2', 'verleend'),
  })
  expect(errors).toEqual([])
  expect(gegevens?.statustypen).toMatchObject([
    { code: 'ontvangen', volgnummer: 1, isEindstatus: false },
    { code: 'afgehandeld', volgnummer: 2, isEindstatus: true },
  ])
  expect(gegevens && zaaktypeGegevens.parse(gegevens)).toEqual(gegevens)
})

test('without an example two statuses and a resultaat are required', () => {
  const { errors } = read(empty, { ...TERMS, ...filled('nieuweStatus.0', 'ontvangen') })
  expect(errors).toEqual([
    { name: 'nieuweStatus.0.code', text: texts.fout.statussen },
    { name: 'nieuwResultaat.0.code', text: texts.fout.resultaten },
  ])
})

test.each([
  ['in_behandeling', texts.fout.codeBezet],
  ['vergunning_verleend', texts.fout.codeBezet],
  ['Advies', texts.fout.code],
  ['1e_advies', texts.fout.code],
  ['advies-gevraagd', texts.fout.code],
])('%j is no code for a new status', (code, text) => {
  expect(read(standplaats, filled('nieuweStatus.0', code)).errors).toContainEqual({ name: 'nieuweStatus.0.code', text })
})

test('a partly filled group is an error', () => {
  const { errors } = read(standplaats, { 'nieuweStatus.0.code': 'advies_gevraagd' })
  expect(errors.map(({ name }) => name)).toEqual([
    'nieuweStatus.0.omschrijving.nl',
    'nieuweStatus.0.omschrijving.en',
    'nieuweStatus.0.antwoord.nl',
    'nieuweStatus.0.antwoord.en',
    'nieuweStatus.0.statustekst.nl',
    'nieuweStatus.0.statustekst.en',
    'nieuweStatus.0.intern',
  ])
})
