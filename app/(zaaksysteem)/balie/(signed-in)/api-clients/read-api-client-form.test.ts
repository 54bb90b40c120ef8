import { expect, test } from 'vitest'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { changeForm, createForm, emptyForm, readApiClientForm } from './read-api-client-form.ts'

const { fout } = apiClients
const NOW = new Date('2026-11-25T22:30:00Z')

const GOOD = {
  naam: 'vergunningen-app',
  contact: 'beheer@leverancier.example',
  scopes: ['zaken.lezen'],
  verlooptOp: '2027-11-25',
}

function form(changes: Record<string, string | string[]> = {}): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries({ ...GOOD, ...changes })) {
    for (const one of [value].flat()) data.append(name, one)
  }
  return data
}

const read = (changes?: Record<string, string | string[]>) => readApiClientForm(createForm(NOW), form(changes))

test('the least that is filled in is a client for all zaaktypen and events, until the day begins on which it expires', () => {
  expect(read()).toMatchObject({
    ok: true,
    fields: { ...GOOD, zaaktypen: [], types: [], verlooptOp: new Date('2027-11-24T23:00:00Z') },
  })
})

test('what the empty form proposes is a day that can be chosen', () => {
  const { verlooptOp } = emptyForm(NOW)
  expect(read({ verlooptOp })).toMatchObject({ ok: true, entered: { verlooptOp: '2027-11-25' } })
})

test.each<[string, string | string[], string]>([
  ['naam', '', fout.naam],
  ['naam', 'Portaal', fout.naam],
  ['naam', '-portaal', fout.naam],
  ['naam', 'portaal=x', fout.naam],
  ['naam', 'a'.repeat(61), fout.naamLang],
  ['contact', 'iemand', fout.contact],
  ['contact', '', fout.contact],
  ['scopes', [], fout.scopes],
  ['scopes', ['alles'], fout.keuze],
  ['scopes', ['zaken.bsn.lezen'], fout.scopesBsn],
  ['zaaktypen', ['a\0b'], fout.keuze],
  ['types', ['nl.overheid.zaken.*'], fout.keuze],
  ['verlooptOp', '', fout.datum],
  ['verlooptOp', 'morgen', fout.datum],
  ['verlooptOp', '2027-02-30', fout.datum],
  ['verlooptOp', '2026-11-25', fout.datumVroeg],
  ['verlooptOp', '2028-11-26', fout.datumLaat],
])('%s %j is told at its field, and what was typed stays', (name, value, text) => {
  expect(read({ [name]: value })).toMatchObject({ ok: false, errors: [{ name, text }], entered: { [name]: value } })
})

test.each(['2026-11-26', '2028-11-25'])('%s can be chosen', (verlooptOp) => {
  expect(read({ verlooptOp })).toMatchObject({ ok: true })
})

test('everything that is wrong is told at once', () => {
  const result = read({ naam: '', contact: '', scopes: [], verlooptOp: '' })
  expect(result.ok || result.errors.map(({ name }) => name)).toEqual(['naam', 'contact', 'scopes', 'verlooptOp'])
})

test('changing does not read the name, which lies fixed', () => {
  const result = readApiClientForm(changeForm(NOW), form({ naam: 'anders' }))
  expect(result.ok && result.fields).not.toHaveProperty('naam')
})
