import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { z } from 'zod'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import type { FieldError, FormState } from '#lib/ui/form/form-state.ts'
import { readForm, readHidden } from '#lib/ui/form/read-form.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { isTooFarAhead } from '#lib/zaaksysteem/zaak/handeling/besluit/besluitdatums.ts'
import type { Outcome } from '#lib/zaaksysteem/zaak/handeling/perform-handeling.ts'
import type { Handeling } from '#lib/zaaksysteem/zaak/wijziging/apply-change.ts'
import type { Tussentijds } from '#lib/zaaksysteem/zaak/wijziging/find-zaak-at-versie.ts'
import { hiddenFields } from './zaak-fields.ts'

/** What came of an act. `versie` is the newest versie of the zaak that whoever performed it has been told of. */
export type ZaakAnswer =
  | { kind: 'saved'; versie: number }
  | { kind: 'conflict'; versie: number; sindsdien: Tussentijds[] }

/** What every server action of a zaak does: authenticate, read the form, call one use case, answer. */
export async function saveZaakForm<Fields>(
  formData: FormData,
  { schema, save }: { schema: z.ZodType<Fields>; save: (change: Fields & Handeling) => Promise<Outcome<Refusal>> },
): Promise<FormState<ZaakAnswer>> {
  const { id } = await requireBehandelaar()
  const { zaakId, versie, bekendmakingLater: isMeant } = readHidden(hiddenFields, formData)
  const form = readForm(schema, formData)
  if (!form.ok) return form.refusal
  const later = bekendmakingLater(form.fields)
  if (later && !isMeant)
    return form.refuse({ name: 'bekendmakingLater', text: handelingen.bekendmakingLater(shortDate(later)) })

  const traceparent = traceparentOf((await headers()).get('traceparent'))
  const result = await save({ ...form.fields, zaakId, versie, gezetDoor: { behandelaarId: id }, traceparent })
  refresh()
  if (result.ok) return { errors: [], answer: { kind: 'saved', versie: result.versie } }
  if (result.reason === 'conflict') {
    const { sindsdien } = result
    return { ...form.refuse(), answer: { kind: 'conflict', versie: versie + sindsdien.length, sindsdien } }
  }
  if (result.reason === 'not_found') notFound()
  return form.refuse(...refusalErrors(result.broken))
}

/** The day on which a besluit will be made known, when that is ahead. */
function bekendmakingLater(fields: unknown): string | undefined {
  const { bekendmakingsdatum } = fields as { bekendmakingsdatum?: string }
  const today = dateInAmsterdam(zaaksysteem().clock())
  if (!bekendmakingsdatum || bekendmakingsdatum <= today || isTooFarAhead(bekendmakingsdatum, today)) return undefined
  return bekendmakingsdatum
}

type Refusal = keyof typeof handelingen.weigering

/** The field that a rule is about; every form of an act has a toelichting, which the others stand at. */
const FIELDS: Partial<Record<Refusal, string>> = {
  statustype_not_of_zaaktype: 'statustype',
  status_not_offered: 'statustype',
  resultaat_required: 'resultaat',
  resultaat_not_of_zaaktype: 'resultaat',
  besluit_in_future: 'besluitdatum',
  besluit_before_zaak: 'besluitdatum',
  bekendmaking_before_besluit: 'bekendmakingsdatum',
  bekendmaking_too_far: 'bekendmakingsdatum',
  step_required: 'statustype',
  step_too_short: 'statustype',
  aanvulling_term_runs: 'resultaat',
  aanvulling_not_asked: 'resultaat',
  terinzage_before_besluit: 'terinzagedatum',
  vervalt_before_ingang: 'vervaldatum',
  besluittype_unknown: 'besluittype',
  besluittype_not_of_resultaat: 'besluittype',
  must_replace: 'vervangt',
  besluit_unknown: 'besluit',
  nothing_different: 'bekendmakingsdatum',
  intrekking_before_besluit: 'besluitdatum',
  eerdere_besluiten_unsaid: 'eerdereBesluiten',
  no_besluit_to_adopt: 'eerdereBesluiten',
  bestand_unknown: 'bestand',
  no_bestand: 'bestand',
  informatieobjecttype_unknown: 'informatieobjecttype',
  informatieobjecttype_intern: 'informatieobjecttype',
  document_in_future: 'datum',
  document_besluit_unknown: 'besluit',
  visible_before_bekendmaking: 'zichtbaarVanaf',
  visible_too_far: 'zichtbaarVanaf',
  document_unknown: 'document',
  no_document: 'document',
  reden_not_of_zaaktype: 'reden',
  begins_in_future: 'op',
  begins_before_zaak: 'op',
  begins_before_hervatting: 'op',
  begins_after_term: 'op',
  ends_before_begin: 'tot',
  resumes_in_future: 'op',
  resumes_before_begin: 'op',
  received_before_asked: 'op',
  onderdeel_not_missing: 'aanvullingen',
  last_day_not_later: 'uiterlijk',
  last_day_earlier: 'uiterlijk',
  aanvulling_not_looked_at: 'aanvullingBekeken',
  last_day_not_ahead: 'uiterlijk',
  formulier_elsewhere: 'formulier0',
  too_long: 'dagen',
  omschrijving_missing: 'omschrijving',
  omschrijving_too_long: 'omschrijving',
  omschrijving_characters: 'omschrijving',
  aanvrager_not_one: 'nummer',
  bsn_invalid: 'nummer',
  kvk_invalid: 'nummer',
  vestiging_invalid: 'vestiging',
  naam_missing: 'naam',
  naam_too_long: 'naam',
  naam_characters: 'naam',
  startdatum_in_future: 'startdatum',
  startdatum_too_early: 'startdatum',
  startdatum_of_closed: 'startdatum',
  startdatum_after_act: 'startdatum',
  nothing_changed: 'omschrijving',
  dwangsom_unknown: 'grond',
  dwangsom_before_ingebrekestelling: 'bekendmakingsdatum',
  besluit_not_made_known: 'resultaat',
  forwarded_in_future: 'op',
  forwarded_before_zaak: 'op',
  no_resultaat_of_doorzending: 'geheel',
  resultaat_of_doorzending: 'resultaat',
}

function refusalErrors(broken: readonly Refusal[]): FieldError[] {
  return broken.map((reason) => ({ name: FIELDS[reason] ?? 'toelichting', text: handelingen.weigering[reason] }))
}
