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

test('the minimal form creates a client for all zaaktypen and events, valid until the start of its expiry date', () => {
  expect(read()).toMatchObject({
    ok: true,
    fields: { ...GOOD, zaaktypen: [], types: [], verlooptOp: new Date('2027-11-24T23:00:00Z') },
  })
})

test('the expiry date that the empty form proposes is valid', () => {
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
])('%s %j is an error at its field, and the input is kept', (name, value, text) => {
  const entered = value.length > 0 ? { [name]: value[1] ? value : value[0] } : {}
  expect(read({ [name]: value })).toMatchObject({ ok: false, refusal: { errors: [{ name, text }], entered } })
})

test.each(['2026-11-26', '2028-11-25'])('%s is a valid expiry date', (verlooptOp) => {
  expect(read({ verlooptOp })).toMatchObject({ ok: true })
})

test('all errors are reported at once', () => {
  const result = read({ naam: '', contact: '', scopes: [], verlooptOp: '' })
  expect(result.ok || result.refusal.errors.map(({ name }) => name)).toEqual([
    'naam',
    'contact',
    'scopes',
    'verlooptOp',
  ])
})

test('the form for changes ignores the name, which is immutable', () => {
  const result = readForm(changeForm(NOW), formDataOf({ ...GOOD, naam: 'anders' }))
  expect(result.ok && result.fields).not.toHaveProperty('naam')
})
