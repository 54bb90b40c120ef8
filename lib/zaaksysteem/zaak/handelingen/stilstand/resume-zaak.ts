import { hervattingRequest } from '#lib/contract/handeling-requests.ts'
import { labelled } from '#lib/ui/form/labels.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { stilstandOf } from '../../../termijn/termijnstand.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { RUNS_AGAIN, resumed } from '../rules.ts'
import { datumOfVandaag, opForm, toelichting } from '../velden.ts'

/**
 * Hervatten: both dates move by the days that the term stood still, whatever was expected. An instemming ends
 * on its last day, also when the term is resumed later (Awb 4:15 lid 2 a).
 */
export const RESUME_ZAAK = {
  soort: 'hervatting',
  auditnaam: 'zaak_hervatten',
  recht: 'behandelen',
  needs: [
    {
      reason: 'not_suspended',
      tekst: 'De termijn staat niet stil.',
      detail: 'The term is not suspended.',
      broken: ({ zaak }) => zaak.opschorting === null,
    },
    {
      reason: 'waits_for_aanvulling',
      tekst: 'De zaak wacht op een aanvulling. Meld eerst dat die binnen is.',
      detail: 'The term resumes when the aanvulling is received.',
      broken: ({ zaak }) => zaak.opschorting === 'aanvulling',
    },
  ],
  rules: RUNS_AGAIN,
  next: ({ zaak, zaaktype, input }) => resumed(zaak, zaaktype, input.op),
  api: {
    segment: 'hervattingen',
    scope: 'zaken.opschorten',
    schema: hervattingRequest,
    id: 'zaakHervatten',
    name: 'Hervatting',
    summary: 'Resume the legal term',
    example: { versie: 3, op: '2026-12-08' },
  },
} as const satisfies Act<InputOf<typeof hervattingRequest>>

export const resumeZaak = performing(RESUME_ZAAK)

const texts = {
  straks: (streef: string, fataal: string) =>
    `Loopt de termijn vandaag weer? Dan wordt de streefdatum ${streef} en de fatale datum ${fataal}.`,
  op: 'De termijn loopt weer vanaf',
  opHint: 'Kwam een zienswijze van een ander (Woo 4.4)? Vul dan de dag daarna in.',
} as const

/** The start and the last day of a suspension, and whether the term resumes by itself. */
export function stilstandText({ naam, vanaf, tot }: ReturnType<typeof stilstandOf>): string {
  return handelingen[naam](shortDate(vanaf), shortDate(tot))
}

export const RESUME_ZAAK_PAGE = {
  titel: 'Termijn hervatten',
  groep: 'termijn',
  toets: 'h',
  knop: 'Termijn hervatten',
  gedaan: 'Opgeslagen. De termijn loopt weer. De aanvrager ziet de nieuwe datum direct.',
  form: opForm,
  uitleg: ({ zaak, today }) => {
    const { einddatumGepland, uiterlijkeEinddatum } = { ...zaak, ...resumed(zaak, zaak.zaaktype, today) }
    return [stilstandText(stilstandOf(zaak)), texts.straks(shortDate(einddatumGepland), shortDate(uiterlijkeEinddatum))]
  },
  velden: ({ today }) => [datumOfVandaag(today, labelled(texts, 'op')), toelichting],
} as const satisfies Handelingspagina
