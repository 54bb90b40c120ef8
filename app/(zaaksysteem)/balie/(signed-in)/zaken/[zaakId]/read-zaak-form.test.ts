import { expect, test } from 'vitest'
import { readZaakForm, reopenForm, statusForm } from './read-zaak-form.ts'

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

test('a line end counts as one character, as in the browser, and a NUL does not reach the database', () => {
  const lines = '\r\n'.repeat(499)
  const read = readZaakForm(reopenForm, form({ toelichting: `a${lines}${'b'.repeat(500)}\0` }))
  expect(read?.ok && read.fields.toelichting).toBe(`a${'\n'.repeat(499)}${'b'.repeat(500)}`)
})

test('a toelichting of 1001 characters is too long', () => {
  expect(readZaakForm(reopenForm, form({ toelichting: 'a'.repeat(1001) }))).toMatchObject({
    ok: false,
    errors: [{ name: 'toelichting', text: 'De toelichting is te lang. Gebruik hoogstens 1000 tekens.' }],
  })
})

test.each<Record<string, string>>([{ zaakId: 'x' }, { versie: '0' }, { versie: '2147483648' }, { versie: '' }])(
  'hidden fields that no page of ours has give nothing: %j',
  (hidden) => {
    expect(readZaakForm(reopenForm, form(hidden))).toBeUndefined()
  },
)
