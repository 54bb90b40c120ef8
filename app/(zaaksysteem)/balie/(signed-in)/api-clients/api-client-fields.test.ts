import { expect, test } from 'vitest'
import { readForm } from '#lib/ui/form/read-form.ts'
import { formDataOf } from '#lib/ui/form/test-form-data.ts'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { changeForm, createForm, emptyForm } from './api-client-fields.ts'

const { fout } = apiClients
const NOW = new Date('2026-11-25T22:30:00Z')

const GOOD = {
  naam: 'vergunningen-app',
  contact: 'beheer@leverancier.example',
  scopes: ['zaken.lezen'],
  verlooptOp: '2027-11-25',
}

const read = (changes?: Record<string, string | string[]>) =>
  readForm(createForm(NOW), formDataOf({ ...GOOD, ...changes }))

test('the least that is filled in is a client for all zaaktypen and events, until the day begins on which it expires', () => {
  expect(read()).toMatchObject({
    ok: true,
    fields: { ...GOOD, zaaktypen: [], types: [], verlooptOp: new Date('2027-11-24T23:00:00Z') },
  })
})

test('what the empty form proposes is a day that can be chosen', () => {
  const { verlooptOp } = emptyForm(NOW)
  expect(verlooptOp).toBe('2027-11-25')
  expect(read({ verlooptOp })).toMatchObject({ ok: true })
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
  const entered = value.length > 0 ? { [name]: value[1] ? value : value[0] } : {}
  expect(read({ [name]: value })).toMatchObject({ ok: false, refusal: { errors: [{ name, text }], entered } })
})

test.each(['2026-11-26', '2028-11-25'])('%s can be chosen', (verlooptOp) => {
  expect(read({ verlooptOp })).toMatchObject({ ok: true })
})

test('everything that is wrong is told at once', () => {
  const result = read({ naam: '', contact: '', scopes: [], verlooptOp: '' })
  expect(result.ok || result.refusal.errors.map(({ name }) => name)).toEqual([
    'naam',
    'contact',
    'scopes',
    'verlooptOp',
  ])
})

test('changing does not read the name, which lies fixed', () => {
  const result = readForm(changeForm(NOW), formDataOf({ ...GOOD, naam: 'anders' }))
  expect(result.ok && result.fields).not.toHaveProperty('naam')
})
