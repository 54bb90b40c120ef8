import { expect, test } from 'vitest'
import { readForm } from '#lib/ui/form/read-form.ts'
import { formDataOf } from '#lib/ui/form/test-form-data.ts'
import { weergaveForm } from './weergave-verrichtingen.ts'

const read = (fields: Record<string, string>) =>
  readForm(weergaveForm, formDataOf({ lijst: 'open', vraag: '', naam: 'Te laat', ...fields }))

test('a weergave keeps filters and order of the list, and drops the page and unknown parameters', () => {
  const vraag = 'termijn=na_fataledatum&sorteer=status&richting=af&cursor=abc&opgeschort=soms&x=1'
  expect(read({ vraag, naam: ' Te laat ', voor: 'team' })).toMatchObject({
    ok: true,
    fields: {
      naam: 'Te laat',
      lijst: 'open',
      vraag: 'termijn=na_fataledatum&sorteer=status&richting=af',
      isVanTeam: true,
    },
  })
})

test.each([
  [' ', 'Geef de weergave een naam.'],
  ['x'.repeat(61), 'De naam is te lang. Gebruik hoogstens 60 tekens.'],
  ['a\0b', 'In de naam staat een teken dat wij niet kunnen bewaren. Haal het weg.'],
])('a name that cannot be stored is an error, and the input is kept', (naam, error) => {
  expect(read({ naam })).toMatchObject({
    ok: false,
    refusal: { errors: [{ name: 'naam', text: error }], entered: { naam } },
  })
})

test('a form that no page of ours sends gives a 404', () => {
  expect(() => read({ lijst: 'alles' })).toThrow('NEXT_HTTP_ERROR_FALLBACK;404')
})
