import { ingebrekestellingRequest } from '#lib/contract/handeling-requests.ts'
import { addToDate } from '#lib/platform/calendar.ts'
import { labelled } from '#lib/ui/form/labels.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { signaleer } from '../../../signalering/signaleer.ts'
import { changeStatement } from '../../wijziging/apply-change.ts'
import { bekendOp } from '../../wijziging/besluiten.ts'
import { fataleDatumOf, type Handelingspagina } from '../handelingspagina.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { CLOSED, opInFuture, type Subject, TERM_NOT_PASSED } from '../rules.ts'
import { datumOfVandaag, opForm, toelichting } from '../velden.ts'
import { verzuimOf } from './te-laat.ts'

const STATEMENT = changeStatement('receive-ingebrekestelling', { also: { signaleerd: signaleer('ingebrekestelling') } })

function isAfterEnd(subject: Subject<{ op: string }>): boolean {
  const voor = verzuimOf(subject)?.voor
  return Boolean(voor) && subject.input.op >= (voor as string)
}

/**
 * Ingebrekestelling ontvangen: the aanvrager wrote that the besluit is late; after two weeks each
 * day costs money (Awb 4:17). The day on which it came counts, so it can be recorded after a
 * besluit, or in a closed zaak.
 */
export const RECEIVE_INGEBREKESTELLING = {
  soort: 'ingebrekestelling',
  auditnaam: 'ingebrekestelling_ontvangen',
  recht: 'behandelen',
  needs: [
    {
      reason: 'in_default_already',
      tekst: 'Er is al een ingebrekestelling vastgelegd.',
      detail: 'An ingebrekestelling was recorded.',
      broken: ({ zaak }) => zaak.ingebrekegesteldOp !== null,
    },
    {
      ...TERM_NOT_PASSED,
      detail: 'An ingebrekestelling has no effect before the end of the term, or after a besluit in time.',
      broken: (standing) => {
        const { na = standing.today, voor = null } = verzuimOf(standing) ?? {}
        return na >= standing.today || (voor !== null && addToDate(na, 'P1D') >= voor)
      },
    },
  ],
  rules: [
    { ...opInFuture('received_in_future'), veld: 'toelichting' },
    {
      reason: 'received_before_end',
      tekst:
        'Deze dag ligt niet na de fatale datum. Een ingebrekestelling die te vroeg kwam, telt niet. Laat de aanvrager dat weten.',
      detail: 'op must lie after the last day of the term: before that an ingebrekestelling has no effect.',
      broken: (subject) => subject.input.op <= (verzuimOf(subject)?.na ?? ''),
    },
    {
      reason: 'received_after_end',
      tekst:
        'Deze dag ligt niet vóór de bekendmaking van het besluit, of de dag van afsluiten. Een ingebrekestelling telt dan niet meer.',
      detail: 'op must lie before the day on which the besluit was made known, or the zaak was closed without one.',
      broken: isAfterEnd,
    },
    {
      ...CLOSED,
      status: 409,
      broken: (subject) => bekendOp(subject.zaak.besluiten) === null && isAfterEnd(subject),
    },
  ],
  next: ({ input }) => ({ ingebrekegesteldOp: input.op }),
  also: () => ({ statement: STATEMENT }),
  api: {
    segment: 'ingebrekestellingen',
    scope: 'zaken.ingebrekestellen',
    schema: ingebrekestellingRequest,
    id: 'ingebrekestellingOntvangen',
    name: 'Ingebrekestelling',
    summary: 'Record an ingebrekestelling (Awb 4:17)',
    example: { versie: 3, op: '2027-01-04' },
  },
} as const satisfies Act<InputOf<typeof ingebrekestellingRequest>>

export const receiveIngebrekestelling = performing(RECEIVE_INGEBREKESTELLING)

const texts = {
  uitleg: (fataal: string) => [
    `De fatale datum was ${fataal}. Schreef de aanvrager daarna dat u te laat bent? Dan heeft u nog twee weken. Daarna kost elke dag geld (Awb 4:17).`,
    'Is er al besloten? Leg de brief dan alsnog vast als hij vóór de bekendmaking kwam. U ziet daarna wat de gemeente betaalt.',
    'Kwam de brief vóór de dag na de fatale datum? Dan telt hij niet. Laat de aanvrager dat weten.',
  ],
  geenDwangsom: (fataal: string, artikel: string) => [
    `De fatale datum was ${fataal}. Schreef de aanvrager daarna dat u te laat bent? Beslis dan binnen twee weken. Daarna kan de aanvrager in beroep bij de rechtbank (Awb 6:12). Een dwangsom is er niet (${artikel}).`,
    'Kwam de brief vóór de dag na de fatale datum? Dan telt hij niet. Laat de aanvrager dat weten.',
  ],
  op: 'De ingebrekestelling kwam binnen op',
} as const

export const RECEIVE_INGEBREKESTELLING_PAGE = {
  titel: 'Ingebrekestelling is binnen',
  groep: 'termijn',
  toets: 'm',
  knop: 'Ingebrekestelling vastleggen',
  gedaan: 'Opgeslagen. U ziet hieronder tot wanneer een besluit niets kost. De aanvrager ziet dit ook.',
  form: opForm,
  uitleg: (context) => {
    const { geenDwangsom } = context.zaak.zaaktype
    const fataal = shortDate(fataleDatumOf(context))
    return geenDwangsom ? texts.geenDwangsom(fataal, geenDwangsom) : texts.uitleg(fataal)
  },
  velden: ({ today }) => [datumOfVandaag(today, labelled(texts, 'op')), toelichting],
} as const satisfies Handelingspagina
