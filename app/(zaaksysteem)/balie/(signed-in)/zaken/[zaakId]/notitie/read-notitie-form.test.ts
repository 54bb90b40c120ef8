import { expect, test } from 'vitest'
import { readNotitieForm } from './read-notitie-form.ts'

const ZAAK_ID = '0199a000-0000-7000-8000-000000000123'

function read(notitie: string, zaakId = ZAAK_ID) {
  const formData = new FormData()
  formData.set('zaakId', zaakId)
  formData.set('notitie', notitie)
  return readNotitieForm(formData)
}

test('a notitie is read without the space around it, and a line end counts as one character', () => {
  expect(read(`  a${'\r\n'.repeat(3998)}b `)).toEqual({ ok: true, zaakId: ZAAK_ID, tekst: `a${'\n'.repeat(3998)}b` })
})

test.each([
  [' \r\n ', 'Schrijf eerst een notitie.'],
  ['a'.repeat(4001), 'De notitie is te lang. Gebruik hoogstens 4000 tekens.'],
  ['Ja\0nee', 'In de notitie staat een teken dat wij niet kunnen bewaren. Haal het weg.'],
  ['Ja\ufffdnee', 'In de notitie staat een teken dat wij niet kunnen bewaren. Haal het weg.'],
])('what cannot be kept is told, with what was typed', (entered, error) => {
  expect(read(entered)).toEqual({ ok: false, zaakId: ZAAK_ID, entered, error })
})

test('a form of no page of ours gives nothing', () => {
  expect(read('Tekst', 'x')).toBeUndefined()
})
