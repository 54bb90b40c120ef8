import { expect, test } from 'vitest'
import { readForm } from '#lib/ui/form/read-form.ts'
import { formDataOf } from '#lib/ui/form/test-form-data.ts'
import { errorsOf, registerForm, toAanvraag } from './registratie-fields.ts'

const TYPED = {
  kenmerk: '019a0000-0000-7000-8000-000000000000',
  zaaktype: 'APV-STAND',
  omschrijving: ' Standplaats voor vis ',
  soort: 'burger',
  naam: 'J. de Vries',
  bsn: '9999.90.342',
  kvk: '6959 9084',
  vestiging: '',
  startdatum: '2026-11-20',
  team: '',
  vertrouwelijk: '',
  behandelaar: '',
}

function read(typed: Record<string, string>) {
  const form = readForm(registerForm, formDataOf(typed))
  return form.ok ? form.fields : expect.fail()
}

test('a citizen gets the BSN and a company the KvK-nummer, without separators', () => {
  expect(toAanvraag(read(TYPED), [])).toEqual({
    zaaktype: 'APV-STAND',
    omschrijving: 'Standplaats voor vis',
    aanvrager: { naam: 'J. de Vries', bsn: '999990342' },
    startdatum: '2026-11-20',
    team: undefined,
    vertrouwelijk: false,
    behandelaar: undefined,
  })
  const company = toAanvraag(read({ ...TYPED, soort: 'bedrijf', behandelaar: 'id' }), [
    { value: 'id', label: 'F. El Amrani' },
  ])
  expect(company).toMatchObject({
    aanvrager: { naam: 'J. de Vries', kvkNummer: '69599084' },
    behandelaar: { id: 'id' },
  })
})

test('a vestiging counts only with a company', () => {
  const typed = { ...TYPED, vestiging: '0000 3789 0001' }
  expect(toAanvraag(read(typed), []).aanvrager).toEqual({ naam: 'J. de Vries', bsn: '999990342' })
  const { aanvrager } = toAanvraag(read({ ...typed, soort: 'bedrijf' }), [])
  expect(aanvrager).toEqual({ naam: 'J. de Vries', kvkNummer: '69599084', vestigingsnummer: '000037890001' })
})

test('a zaak goes only to a behandelaar who was offered', () => {
  const { behandelaar } = toAanvraag(read({ ...TYPED, behandelaar: 'iemand' }), [
    { value: 'id', label: 'F. El Amrani' },
  ])
  expect(behandelaar).toEqual({ id: 'onbekend' })
})

test('a chosen team and a tick count, and any other text is not a tick', () => {
  const typed = { ...TYPED, team: 'Omgeving' }
  expect(toAanvraag(read({ ...typed, vertrouwelijk: 'ja' }), [])).toMatchObject({
    team: 'Omgeving',
    vertrouwelijk: true,
  })
  expect(toAanvraag(read({ ...typed, vertrouwelijk: 'on' }), [])).toMatchObject({ vertrouwelijk: false })
})

test('a value that is no text counts as empty', () => {
  const formData = formDataOf({ ...TYPED, naam: [] })
  formData.set('naam', new File(['x'], 'x'))
  expect(readForm(registerForm, formData)).toMatchObject({ fields: { naam: '', omschrijving: 'Standplaats voor vis' } })
  expect(read({ kenmerk: TYPED.kenmerk })).toMatchObject({ soort: 'burger', bsn: '', kvk: '' })
})

test('each field has one error at a time, the first of its own', () => {
  const errors = errorsOf(['omschrijving_too_long', 'omschrijving_characters', 'bsn_invalid', 'startdatum_in_future'])
  expect(errors.map(({ name }) => name)).toEqual(['omschrijving', 'bsn', 'startdatum'])
  expect(errors[0]?.text).toContain('80 tekens')
})
