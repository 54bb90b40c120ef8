import { expect, test } from 'vitest'
import { readWeergaveForm } from './read-weergave-form.ts'

function read(fields: Record<string, string>) {
  const formData = new FormData()
  for (const [name, value] of Object.entries({ lijst: 'open', vraag: '', naam: 'Te laat', ...fields })) {
    formData.set(name, value)
  }
  return readWeergaveForm(formData)
}

test('a weergave keeps filters and order of the list, and neither the page nor what the list does not know', () => {
  const vraag = 'termijn=na_fataledatum&sorteer=status&richting=af&cursor=abc&opgeschort=soms&x=1'
  expect(read({ vraag, naam: ' Te laat ', voor: 'team' })).toEqual({
    ok: true,
    weergave: {
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
])('a name that cannot be kept is told, with what was typed', (naam, error) => {
  expect(read({ naam })).toEqual({ ok: false, errors: [error], entered: { naam, voor: '' } })
})

test('a form of no page of ours gives nothing', () => {
  expect(read({ lijst: 'alles' })).toBeUndefined()
})
