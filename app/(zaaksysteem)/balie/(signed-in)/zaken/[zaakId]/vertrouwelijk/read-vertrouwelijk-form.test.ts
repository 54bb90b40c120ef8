import { expect, test } from 'vitest'
import { readVertrouwelijkForm } from './read-vertrouwelijk-form.ts'

const ZAAK_ID = '0199a000-0000-7000-8000-000000000123'

function read(fields: Record<string, string>) {
  const formData = new FormData()
  for (const [name, value] of Object.entries({ zaakId: ZAAK_ID, vertrouwelijk: 'ja', ...fields })) {
    formData.set(name, value)
  }
  return readVertrouwelijkForm(formData)
}

test('what is asked is what the page offered, with the reason without the space around it', () => {
  expect(read({ reden: ' Dreiging\r\n' })).toMatchObject({
    ok: true,
    zaakId: ZAAK_ID,
    vertrouwelijk: true,
    reden: 'Dreiging',
  })
  expect(read({ reden: 'Voorbij', vertrouwelijk: 'nee' })).toMatchObject({ ok: true, vertrouwelijk: false })
})

test.each([
  [' \r\n ', 'Schrijf op waarom.'],
  ['a'.repeat(1001), 'De uitleg is te lang. Gebruik hoogstens 1000 tekens.'],
  ['Ja\0nee', 'In de uitleg staat een teken dat wij niet kunnen bewaren. Haal het weg.'],
])('what cannot be kept is told, with what was typed', (reden, error) => {
  expect(read({ reden })).toMatchObject({ ok: false, entered: reden, error })
})

test.each<Record<string, string>>([{ zaakId: 'x', reden: 'Ja' }, { vertrouwelijk: 'misschien', reden: 'Ja' }, {}])(
  'a form of no page of ours gives nothing: %j',
  (fields) => {
    expect(read(fields)).toBeUndefined()
  },
)
