import { expect, test } from 'vitest'
import { readForm } from '#lib/ui/form/read-form.ts'
import { formDataOf } from '#lib/ui/form/test-form-data.ts'
import { bsnZoekForm } from './bsn-zoek-fields.ts'

const read = (typed: Record<string, string>) =>
  readForm(bsnZoekForm, formDataOf({ bsn: '9999.90.342', doel: 'contact', toelichting: '', ...typed }))

test('a search requires a BSN and a purpose', () => {
  expect(read({})).toMatchObject({ ok: true, fields: { bsn: '999990342', doel: 'contact' } })
  expect(read({ doel: 'anders', toelichting: 'Bezoek aan huis' })).toMatchObject({ ok: true })
})

test.each([
  [{ bsn: '999990343' }, 'bsn'],
  [{ bsn: '' }, 'bsn'],
  [{ doel: '' }, 'doel'],
  [{ doel: 'nieuwsgierig' }, 'doel'],
  [{ doel: 'anders' }, 'toelichting'],
  [{ doel: 'anders', toelichting: 'Voor 999990342' }, 'toelichting'],
  [{ doel: 'anders', toelichting: 'Voor 9999.90.342' }, 'toelichting'],
  [{ doel: 'anders', toelichting: 'x'.repeat(201) }, 'toelichting'],
] as [Record<string, string>, string][])('%j is refused at its field', (typed, name) => {
  expect(read(typed)).toMatchObject({ ok: false, refusal: { errors: [{ name }] } })
})
