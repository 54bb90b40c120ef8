import type { FieldError } from '#lib/ui/form/form-state.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'

export type Refusal = keyof typeof handelingen.weigering

/** The field that a rule is about; every form of an act has a toelichting, which the others stand at. */
const FIELDS: Partial<Record<Refusal, string>> = {
  status_not_offered: 'statustype',
  resultaat_required: 'resultaat',
  resultaat_not_of_zaaktype: 'resultaat',
  besluit_in_future: 'besluitdatum',
  besluit_before_zaak: 'besluitdatum',
  bekendmaking_before_besluit: 'bekendmakingsdatum',
  reden_not_of_zaaktype: 'reden',
  begins_in_future: 'op',
  begins_before_zaak: 'op',
  begins_before_hervatting: 'op',
  begins_after_term: 'op',
  ends_before_begin: 'tot',
  resumes_in_future: 'op',
  resumes_before_begin: 'op',
  after_last_day: 'op',
  last_day_not_ahead: 'uiterlijk',
  too_long: 'dagen',
}

export function refusalErrors(broken: readonly Refusal[]): FieldError[] {
  return broken.map((reason) => ({ name: FIELDS[reason] ?? 'toelichting', text: handelingen.weigering[reason] }))
}
