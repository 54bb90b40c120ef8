import { expect, test } from 'vitest'
import type { z } from 'zod'
import { readForm, readHidden } from '#lib/ui/form/read-form.ts'
import { formDataOf } from '#lib/ui/form/test-form-data.ts'
import { DECIDE_ZAAK_PAGE } from '#lib/zaaksysteem/zaak/handelingen/besluit/decide-zaak.ts'
import { statusForm } from '#lib/zaaksysteem/zaak/handelingen/status/change-status.ts'
import { toelichtingForm } from '#lib/zaaksysteem/zaak/handelingen/velden.ts'
import { hiddenFields } from './handeling-fields.ts'
import { notitieForm, vertrouwelijkForm } from './zaak-verrichtingen.ts'

const ZAAK_ID = '0199a000-0000-7000-8000-000000000123'

const readAs = <T>(schema: z.ZodType<T>, fields: Record<string, string>) =>
  readForm(schema, formDataOf({ zaakId: ZAAK_ID, ...fields }))

test('a notitie is trimmed, and a line end counts as one character', () => {
  expect(readAs(notitieForm, { notitie: `  a${'\r\n'.repeat(3998)}b ` })).toMatchObject({
    ok: true,
    fields: { zaakId: ZAAK_ID, notitie: `a${'\n'.repeat(3998)}b` },
  })
})

test('a purpose is one of those offered, and its reason is trimmed', () => {
  expect(readAs(vertrouwelijkForm, { vertrouwelijk: 'ja', reden: ' Dreiging\r\n' })).toMatchObject({
    ok: true,
    fields: { zaakId: ZAAK_ID, vertrouwelijk: true, reden: 'Dreiging' },
  })
  expect(readAs(vertrouwelijkForm, { vertrouwelijk: 'nee', reden: 'Voorbij' })).toMatchObject({
    ok: true,
    fields: { vertrouwelijk: false },
  })
})

test.each<[string, z.ZodType, string, string]>([
  ['notitie', notitieForm, ' \r\n ', 'Schrijf eerst een notitie.'],
  ['notitie', notitieForm, 'a'.repeat(4001), 'De notitie is te lang. Gebruik hoogstens 4000 tekens.'],
  ['notitie', notitieForm, 'Ja\0nee', 'In de notitie staat een teken dat wij niet kunnen bewaren. Haal het weg.'],
  ['notitie', notitieForm, 'Ja\ufffdnee', 'In de notitie staat een teken dat wij niet kunnen bewaren. Haal het weg.'],
  ['reden', vertrouwelijkForm, ' \r\n ', 'Schrijf op waarom.'],
  ['reden', vertrouwelijkForm, 'a'.repeat(1001), 'De uitleg is te lang. Gebruik hoogstens 1000 tekens.'],
  ['reden', vertrouwelijkForm, 'Ja\0nee', 'In de uitleg staat een teken dat wij niet kunnen bewaren. Haal het weg.'],
])('a %s that cannot be stored is an error, and the input is kept', (name, schema, typed, text) => {
  expect(readAs(schema, { vertrouwelijk: 'ja', [name]: typed })).toMatchObject({
    ok: false,
    refusal: { errors: [{ name, text }], entered: { [name]: typed } },
  })
})

test.each<[z.ZodType, Record<string, string>]>([
  [notitieForm, { zaakId: 'x', notitie: 'Tekst' }],
  [notitieForm, {}],
  [vertrouwelijkForm, { zaakId: 'x', vertrouwelijk: 'ja', reden: 'Ja' }],
  [vertrouwelijkForm, { vertrouwelijk: 'misschien', reden: 'Ja' }],
  [vertrouwelijkForm, { vertrouwelijk: 'ja' }],
])('a form that no page of ours sends is a 404: %#', (schema, fields) => {
  expect(() => readAs(schema, fields)).toThrow('NEXT_HTTP_ERROR_FALLBACK;404')
})

test('a filled-in form gives the zaak, the versie that was seen and the fields', () => {
  const typed = { versie: '3', statustype: 'besluit', toelichting: '' }
  const hidden = { zaakId: ZAAK_ID, handeling: 'status' }
  expect(readHidden(hiddenFields, formDataOf({ ...hidden, ...typed }))).toEqual({ ...hidden, versie: 3 })
  expect(readAs(statusForm, typed)).toMatchObject({
    ok: true,
    fields: { statustype: 'besluit', toelichting: '' },
  })
})

test('a bestand needs a title and a kind, and no bestand is an answer', () => {
  const typed = { resultaat: 'verleend', bestand: ZAAK_ID, titel: ' ', informatieobjecttype: '' }
  expect(readAs(DECIDE_ZAAK_PAGE.form, typed)).toMatchObject({
    ok: false,
    refusal: { errors: [{ name: 'titel' }, { name: 'informatieobjecttype' }] },
  })
  const none = readAs(DECIDE_ZAAK_PAGE.form, { ...typed, bestand: 'geen' })
  expect(none.ok && none.fields).toMatchObject({ resultaat: 'verleend', bestand: undefined })
  const unsaid = { ...typed, bestand: '', titel: 'Besluit', informatieobjecttype: 'besluit' }
  expect(readAs(DECIDE_ZAAK_PAGE.form, unsaid)).toMatchObject({
    refusal: { errors: [{ name: 'bestand', text: 'Kies of er een document bij hoort.' }] },
  })
})

test('a missing status is an error at its field, and the typed values are returned', () => {
  expect(readAs(statusForm, { toelichting: ' Blijft staan. ' })).toMatchObject({
    ok: false,
    refusal: {
      errors: [{ name: 'statustype', text: 'Kies een nieuwe status.' }],
      entered: { toelichting: ' Blijft staan. ' },
    },
  })
})

test('a line end of a toelichting counts as one character, as in the browser', () => {
  const lines = '\r\n'.repeat(499)
  const read = readAs(toelichtingForm, { toelichting: `a${lines}${'b'.repeat(500)}` })
  expect(read.ok && read.fields.toelichting).toBe(`a${'\n'.repeat(499)}${'b'.repeat(500)}`)
})

test.each([
  ['Ja\0nee', 'In de toelichting staat een teken dat wij niet kunnen bewaren. Haal het weg.'],
  // A FormData holds U+FFFD instead of half a surrogate pair.
  ['Ja\ud800nee', 'In de toelichting staat een teken dat wij niet kunnen bewaren. Haal het weg.'],
  ['a'.repeat(1001), 'De toelichting is te lang. Gebruik hoogstens 1000 tekens.'],
])('a toelichting that cannot be stored is an error at its field, and not altered', (typed, text) => {
  const toelichting = typed.toWellFormed()
  expect(readAs(toelichtingForm, { toelichting })).toMatchObject({
    ok: false,
    refusal: { errors: [{ name: 'toelichting', text }], entered: { toelichting } },
  })
})

test('an impossible code of a statustype or resultaat does not reach the database', () => {
  expect(readAs(statusForm, { statustype: 'a\0', toelichting: '' })).toMatchObject({
    refusal: { errors: [{ name: 'statustype', text: 'Kies een nieuwe status.' }] },
  })
  expect(readAs(DECIDE_ZAAK_PAGE.form, { resultaat: 'b\0' })).toMatchObject({
    refusal: { errors: [{ name: 'resultaat', text: 'Kies een besluit.' }] },
  })
})

test.each<Record<string, string>>([
  { zaakId: 'x' },
  { versie: '0' },
  { versie: '2147483648' },
  { versie: '' },
  { handeling: 'x' },
])('hidden fields that no page of ours has are a 404: %j', (hidden) => {
  const sent = formDataOf({ handeling: 'status', zaakId: ZAAK_ID, versie: '3', ...hidden })
  expect(() => readHidden(hiddenFields, sent)).toThrow('NEXT_HTTP_ERROR_FALLBACK;404')
})
