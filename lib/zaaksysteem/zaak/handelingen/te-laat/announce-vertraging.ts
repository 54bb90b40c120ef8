import { vertragingRequest } from '#lib/contract/handeling-requests.ts'
import { labelled } from '#lib/ui/form/labels.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { announcedUntil } from '../../../termijn/beslistermijn.ts'
import { NOT_MADE_KNOWN } from '../besluit/given-by-law.ts'
import { fataleDatumOf, type Handelingspagina } from '../handelingspagina.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { CLOSED, dayOf, fataleDatumOp, onDay, REASON_REQUIRED, SENT, type Standing, TERM_PASSED } from '../rules.ts'
import { datum, toelichtingForm, verzonden, verzondenOp, waarom } from '../velden.ts'

/** True for a reasonable term that is not over: the announced day ends it (Awb 4:14 lid 3, 4:13 lid 2). */
function movesTerm(standing: Pick<Standing, 'zaak' | 'zaaktype' | 'today'>): boolean {
  const { zaak, zaaktype } = standing
  return zaaktype.doorlooptijd.regeling === 'redelijk' && !zaak.verlengd && !TERM_PASSED.broken(standing)
}

/**
 * Vertraging melden: tells the aanvrager that the besluit will be late, and when it is expected (Awb 4:14).
 * For a term of a law or verordening only the streefdatum moves (lid 1): the besluit is still late after the
 * fatale datum. A reasonable term is extended until the announced day (lid 3).
 */
export const ANNOUNCE_VERTRAGING = {
  soort: 'vertraging_gemeld',
  auditnaam: 'vertraging_melden',
  recht: 'behandelen',
  needs: [
    CLOSED,
    NOT_MADE_KNOWN,
    {
      reason: 'given_by_law',
      tekst:
        'Beslist u niet op tijd? Dan is de aanvraag volgens de wet goedgekeurd. U kunt geen latere dag melden (Awb 4:14 lid 2).',
      detail:
        'The law decides on the day after the last day of the term (Awb 4:20b), so no later day can be announced (4:14 lid 2).',
      broken: ({ zaaktype }) => zaaktype.vanRechtswege !== null,
    },
    {
      reason: 'term_stands_still',
      tekst: 'De termijn staat stil. Wanneer die eindigt, is nog niet bekend.',
      detail: 'The end of the term is unknown while the term is suspended.',
      broken: ({ zaak, zaaktype, today }) => fataleDatumOp(zaak, zaaktype, today) === null,
    },
  ],
  rules: [
    ...SENT,
    {
      reason: 'expected_too_early',
      tekst: 'Deze dag moet na de fatale datum en na de dag van de brief liggen.',
      veld: 'verwacht',
      detail: 'verwacht must lie after the last day of the term and after the day of the letter.',
      broken: (subject) => {
        const { zaak, zaaktype, today, input } = subject
        return input.verwacht <= dayOf(subject) || input.verwacht <= (fataleDatumOp(zaak, zaaktype, today) ?? '')
      },
    },
    REASON_REQUIRED,
  ],
  next: (subject) => {
    const { verwacht, op: gebeurdOp } = subject.input
    if (movesTerm(onDay(subject))) return { ...announcedUntil(verwacht), soort: 'verlenging', gebeurdOp }
    return { einddatumGepland: verwacht, gebeurdOp }
  },
  api: {
    segment: 'vertragingen',
    scope: 'zaken.verlengen',
    schema: vertragingRequest,
    id: 'vertragingMelden',
    name: 'Vertraging',
    summary: 'Announce a late besluit (Awb 4:14)',
    example: { versie: 2, verwacht: '2027-01-25', statustoelichting: 'Wij wachten nog op een advies.' },
  },
} as const satisfies Act<InputOf<typeof vertragingRequest>>

export const announceVertraging = performing(ANNOUNCE_VERTRAGING)

const texts = {
  uitleg: (fataal: string) => [
    `Lukt het niet vóór of op ${fataal}? Meld de aanvrager dan op tijd wanneer u wel beslist (Awb 4:14).`,
    'De fatale datum verandert hierdoor niet. De aanvrager mag u na die dag in gebreke stellen.',
  ],
  redelijk: (fataal: string) => [
    `Lukt het niet vóór of op ${fataal}? Meld de aanvrager dan uiterlijk op die dag wanneer u wel beslist (Awb 4:14 lid 3).`,
    'De termijn loopt dan door tot en met de dag die u noemt. Dat kan één keer. Vóór die dag telt een ingebrekestelling niet.',
  ],
  voorbij: (fataal: string) => [
    `De laatste dag om te beslissen was ${fataal}. Meld de aanvrager alsnog wanneer u wel beslist (Awb 4:14).`,
    'De fatale datum verandert hierdoor niet meer. De aanvrager mag u in gebreke stellen.',
  ],
  verwacht: 'U verwacht te beslissen uiterlijk op',
  verwachtHint: 'Zo snel mogelijk na de fatale datum, en na de dag van uw brief.',
} as const

const vertragingForm = toelichtingForm.extend({ ...verzonden, verwacht: datum })

export const ANNOUNCE_VERTRAGING_PAGE = {
  titel: 'Melden dat het later wordt',
  groep: 'termijn',
  toets: 'l',
  knop: 'Vertraging melden',
  gedaan: 'Opgeslagen. De aanvrager ziet direct wanneer u het besluit verwacht.',
  form: vertragingForm,
  uitleg: (context) => {
    const { uitleg, redelijk, voorbij } = texts
    const standing = { ...context, zaaktype: context.zaak.zaaktype }
    const onTime = movesTerm(standing) ? redelijk : uitleg
    return (TERM_PASSED.broken(standing) ? voorbij : onTime)(shortDate(fataleDatumOf(context)))
  },
  velden: ({ today }) => [verzondenOp(today), { soort: 'datum', ...labelled(texts, 'verwacht') }, waarom],
} as const satisfies Handelingspagina
