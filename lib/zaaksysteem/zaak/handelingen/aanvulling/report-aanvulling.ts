import type { Handeling } from '../../wijziging/apply-change.ts'
import { type Act, performing } from '../perform-handeling.ts'
import { NO_AANVULLING_OPEN, RUNS_AGAIN, resumed } from '../rules.ts'

type Melding = Handeling & { op: string }

/**
 * Records that the aanvrager reported all missing parts as sent, which resumes the term. That can only
 * shorten the suspension. A behandelaar then confirms the arrival by RECEIVE_AANVULLING, or requests the
 * missing parts again.
 */
export const REPORT_AANVULLING = {
  soort: 'aanvulling_gemeld',
  auditnaam: 'aanvulling_gemeld',
  recht: 'behandelen',
  needs: [NO_AANVULLING_OPEN],
  rules: [
    ...RUNS_AGAIN,
    // from the day after the last day the term has run again by law
    {
      reason: 'after_last_day',
      tekst: 'De laatste dag van de aanvulling was toen al voorbij: de termijn liep weer.',
      detail: 'op must not lie after the last day: from the next day the term ran again.',
      broken: ({ zaak, input }) => zaak.opgeschortTot !== null && input.op > zaak.opgeschortTot,
    },
  ],
  next: ({ zaak, zaaktype, input }) => resumed(zaak, zaaktype, input.op),
} as const satisfies Act<Melding>

export const reportAanvulling = performing(REPORT_AANVULLING)
