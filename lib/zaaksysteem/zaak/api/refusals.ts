import type { ProblemDetail } from '#lib/platform/http/problem-json.ts'

type Refusal = { status: 400 | 409; title: string; detail: string }

/** 409: the zaak is not such that this can be done; 400: with other content it could. */
const conflict = (title: string, detail: string): Refusal => ({ status: 409, title, detail })
const invalid = (title: string, detail: string): Refusal => ({ status: 400, title, detail })

/** What is told of each rule that an act breaks. */
export const REFUSALS = {
  closed: conflict('Closed', 'The zaak is closed.'),
  not_closed: conflict('Not closed', 'The zaak is open: there is nothing to reopen.'),
  status_not_offered: conflict(
    'Not a next status',
    'The zaak cannot go to this statustype: only to one that comes after its own in zaaktype.statustypen of GET /zaken/{uuid}.',
  ),
  resultaat_required: invalid('No resultaat', 'The eindstatus needs a resultaat.'),
  resultaat_not_of_zaaktype: invalid('Unknown resultaat', 'The zaaktype does not have this resultaat.'),
  besluit_in_future: invalid('Besluit in the future', 'besluitdatum must not lie after today.'),
  besluit_before_zaak: invalid('Besluit too early', 'besluitdatum must not lie before the startdatum.'),
  bekendmaking_before_besluit: invalid(
    'Made known too early',
    'bekendmakingsdatum must not lie before the besluitdatum.',
  ),
  nothing_to_correct: conflict('Nothing to correct', 'The last act on the zaak was not setting a status.'),
  made_known_already: conflict('Made known already', 'The besluit was made known; the zaak can only be reopened.'),
  reason_required: invalid('No reason', 'statustoelichting must say why.'),
  suspended_already: conflict('Suspended already', 'The term stands still already.'),
  not_suspended: conflict('Not suspended', 'The term does not stand still.'),
  waits_for_aanvulling: conflict('Waits for an aanvulling', 'The term runs again when the aanvulling has come.'),
  no_aanvulling_open: conflict('Nothing asked', 'The zaak does not wait for an aanvulling.'),
  reden_not_of_zaaktype: invalid('Unknown reden', 'The zaaktype does not have this opschortingsreden.'),
  begins_in_future: invalid('Begins in the future', 'op must not lie after today.'),
  begins_before_zaak: invalid('Begins too early', 'op must not lie before the startdatum.'),
  begins_before_hervatting: invalid(
    'Begins too early',
    'op must not lie before the day on which the term last resumed.',
  ),
  begins_after_term: invalid('Begins too late', 'op must not lie after the uiterlijkeEinddatumAfdoening.'),
  ends_before_begin: invalid('Ends too early', 'tot must lie after op.'),
  resumes_in_future: invalid('Resumes in the future', 'op must not lie after today.'),
  resumes_before_begin: invalid('Resumes too early', 'op must not lie before the day on which the term was suspended.'),
  after_last_day: invalid('Too late', 'op must not lie after the last day: from the next day the term ran again.'),
  last_day_not_ahead: invalid('Last day too early', 'uiterlijk must lie after today.'),
  not_extendable: conflict('Not extendable', 'The zaaktype allows no extension.'),
  extended_already: conflict('Extended already', 'A zaak can be extended once.'),
  too_long: invalid('Too long', 'dagen is more than the zaaktype allows.'),
  behandelaar_unknown: invalid('Unknown behandelaar', 'Nobody with this subject has signed in at the desk.'),
  behandelaar_not_of_team: conflict(
    'Behandelaar of another team',
    'The behandelaar would not see the zaak any more. Give it to somebody of its team first.',
  ),
  behandelaar_not_permitted: conflict(
    'Behandelaar without the right',
    'This behandelaar may not treat zaken of that team, or not this vertrouwelijke one.',
  ),
  team_unknown: invalid('Unknown team', 'No zaaktype of the municipality has this team.'),
  no_intrekking_asked: conflict('Not asked', 'The aanvrager does not ask to withdraw the aanvraag.'),
  term_passed: conflict('Term passed', 'The uiterlijkeEinddatumAfdoening has passed.'),
} as const satisfies Record<string, Refusal>

export function refusalDetails(broken: readonly (keyof typeof REFUSALS)[]): ProblemDetail[] {
  return broken.map((code) => ({ code, detail: REFUSALS[code].detail }))
}
