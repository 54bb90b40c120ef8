import type { Act } from '../handelingen/perform-handeling.ts'
import { CLOSED, REASON_REQUIRED, type Subject } from '../handelingen/rules.ts'
import type { Handeling } from '../wijziging/apply-change.ts'
import type { Datums } from './replay-termijn.ts'

type Recomputation = Handeling & {
  /** The dates that `replayTermijn` computed. */
  datums: Datums
  /** True when the beheerder has confirmed that a date may become later. */
  ookLater: boolean
}

const isLater = ({ zaak, input: { datums } }: Subject<Recomputation>) =>
  datums.uiterlijkeEinddatum > zaak.uiterlijkeEinddatum || datums.einddatumGepland > zaak.einddatumGepland

/**
 * Recomputes the dates of an open zaak from its history, by the terms and holidays that are known today. An
 * earlier date favours the aanvrager. A later date does not: it needs a confirmation and a toelichting for
 * the aanvrager. After an ingebrekestelling the uiterlijkeEinddatum never becomes later, because a dwangsom
 * may run from it.
 */
export const RECOMPUTE_TERMIJN = {
  soort: 'herberekening',
  auditnaam: 'termijn_herberekenen',
  recht: 'behandelen',
  needs: [CLOSED],
  rules: [
    {
      reason: 'dates_stand_already',
      tekst: 'De zaak heeft deze datums al.',
      detail: 'The zaak has these dates already.',
      broken: ({ zaak, input: { datums } }) =>
        datums.uiterlijkeEinddatum === zaak.uiterlijkeEinddatum &&
        datums.einddatumGepland === zaak.einddatumGepland &&
        datums.doorgeschovenDagen === zaak.doorgeschovenDagen,
    },
    {
      reason: 'later_unsaid',
      tekst: 'Een datum wordt later, en niemand zei dat dat de bedoeling is.',
      detail: 'A date would become later, and nobody said that this is meant.',
      broken: (subject) => !subject.input.ookLater && isLater(subject),
    },
    {
      reason: 'later_after_ingebrekestelling',
      tekst: 'De aanvrager stelde ons al in gebreke. De laatste dag blijft.',
      detail: 'The last day would become later, and the aanvrager wrote already that the besluit is late.',
      broken: ({ zaak, input }) =>
        zaak.ingebrekegesteldOp !== null && input.datums.uiterlijkeEinddatum > zaak.uiterlijkeEinddatum,
    },
    REASON_REQUIRED,
  ],
  next: ({ input }) => input.datums,
} as const satisfies Act<Recomputation>
