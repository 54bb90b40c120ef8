import { aanvullingstermijnRequest } from '#lib/contract/handeling-requests.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { NO_AANVULLING_OPEN } from '../rules.ts'

/**
 * Gives the aanvrager more time for the aanvulling, and suspends the term until the new last day. Not
 * possible after the last day: the term then ran again by law (Awb 4:15 lid 1 a), so only a new request can
 * suspend it. The time is never shortened, because the aanvrager relies on the day that he was told.
 */
export const EXTEND_AANVULLING = {
  soort: 'aanvulling_verlengd',
  auditnaam: 'aanvulling_verlengen',
  recht: 'behandelen',
  needs: [
    NO_AANVULLING_OPEN,
    {
      reason: 'last_day_passed',
      tekst: 'De laatste dag is voorbij: de termijn loopt weer. Vraag de aanvulling opnieuw.',
      detail: 'The last day of the aanvulling has passed, so the term runs again by law. Request the aanvulling again.',
      broken: ({ zaak, today }) => zaak.opgeschortTot !== null && zaak.opgeschortTot < today,
    },
  ],
  rules: [
    {
      reason: 'last_day_not_later',
      tekst: 'Deze dag ligt niet na de laatste dag die de aanvrager kent.',
      veld: 'uiterlijk',
      detail: 'uiterlijk must lie after the last day that the aanvrager was told.',
      broken: ({ zaak, input }) => zaak.opgeschortTot !== null && input.uiterlijk <= zaak.opgeschortTot,
    },
  ],
  next: ({ input }) => ({ opgeschortTot: input.uiterlijk }),
  api: {
    segment: 'aanvullingstermijnen',
    scope: 'zaken.aanvullen',
    schema: aanvullingstermijnRequest,
    id: 'aanvullingVerlengen',
    name: 'Aanvullingstermijn',
    summary: 'Extend the time for an aanvulling',
    example: { versie: 3, uiterlijk: '2026-12-24' },
  },
} as const satisfies Act<InputOf<typeof aanvullingstermijnRequest>>

export const extendAanvulling = performing(EXTEND_AANVULLING)
