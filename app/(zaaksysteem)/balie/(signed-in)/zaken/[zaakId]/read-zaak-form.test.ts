import { expect, test } from 'vitest'
import { readZaakForm, statusForm, toelichtingForm } from './read-zaak-form.ts'

const ZAAK_ID = '0199a000-0000-7000-8000-000000000123'

function form(fields: Record<string, string>): FormData {
  const formData = new FormData()
  for (const [name, value] of Object.entries({ zaakId: ZAAK_ID, versie: '3', ...fields })) formData.set(name, value)
  return formData
}

test('a filled-in form gives the zaak, the versie that was seen and the fields', () => {
  const read = readZaakForm(statusForm, form({ statustype: 'besluit', resultaat: 'verleend', toelichting: '' }))
  expect(read).toMatchObject({
    ok: true,
    zaakId: ZAAK_ID,
    versie: 3,
    fields: { statustype: 'besluit', resultaat: 'verleend', toelichting: '' },
  })
})

test('without a status it says so at the field and gives back what was typed', () => {
  expect(readZaakForm(statusForm, form({ toelichting: ' Blijft staan. ' }))).toMatchObject({
    ok: false,
    errors: [{ name: 'statustype', text: 'Kies een nieuwe status.' }],
    entered: { toelichting: ' Blijft staan. ' },
  })
})

test('a line end counts as one character, as in the browser', () => {
  const lines = '\r\n'.repeat(499)
  const read = readZaakForm(toelichtingForm, form({ toelichting: `a${lines}${'b'.repeat(500)}` }))
  expect(read?.ok && read.fields.toelichting).toBe(`a${'\n'.repeat(499)}${'b'.repeat(500)}`)
})

test.each(['\0', '\ud800'])('a toelichting with %j is told at its field, and not changed', (character) => {
  // A FormData holds U+FFFD instead of half a surrogate pair.
  const toelichting = `Ja${character}nee`.toWellFormed()
  expect(readZaakForm(toelichtingForm, form({ toelichting }))).toMatchObject({
    ok: false,
    errors: [
      { name: 'toelichting', text: 'In de toelichting staat een teken dat wij niet kunnen bewaren. Haal het weg.' },
    ],
    entered: { toelichting },
  })
})

test('a code that no statustype or resultaat has does not reach the database', () => {
  expect(readZaakForm(statusForm, form({ statustype: 'a\0', resultaat: 'b\0', toelichting: '' }))).toMatchObject({
    ok: false,
    errors: [
      { name: 'statustype', text: 'Kies een nieuwe status.' },
      { name: 'resultaat', text: 'Dit resultaat hoort niet bij dit zaaktype. Kies een ander resultaat.' },
    ],
  })
})

test('a toelichting of 1001 characters is too long', () => {
  expect(readZaakForm(toelichtingForm, form({ toelichting: 'a'.repeat(1001) }))).toMatchObject({
    ok: false,
    errors: [{ name: 'toelichting', text: 'De toelichting is te lang. Gebruik hoogstens 1000 tekens.' }],
  })
})

test.each<Record<string, string>>([{ zaakId: 'x' }, { versie: '0' }, { versie: '2147483648' }, { versie: '' }])(
  'hidden fields that no page of ours has give nothing: %j',
  (hidden) => {
    expect(readZaakForm(toelichtingForm, form(hidden))).toBeUndefined()
  },
)
