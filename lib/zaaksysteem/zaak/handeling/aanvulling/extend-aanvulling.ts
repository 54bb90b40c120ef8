import { aanvullingstermijnRequest } from '#lib/contract/handeling-requests.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { NO_AANVULLING_OPEN } from '../rules.ts'

/**
 * The aanvrager gets more time to complete the aanvraag, and the term stands still until the new day at most. Not when the last day
 * has passed: unused, it let the term run again by law (Awb 4:15 lid 1 a), so only asking anew can make it stand still. Never less
 * time: he relies on the day that he was told.
 */
export const EXTEND_AANVULLING = {
  soort: 'aanvulling_verlengd',
  auditnaam: 'aanvulling_verlengen',
  recht: 'behandelen',
  needs: [
    NO_AANVULLING_OPEN,
    {
      reason: 'last_day_passed',
      detail: 'The last day of the aanvulling has passed, so that the term runs again by law. Ask it anew.',
      broken: ({ zaak, today }) => zaak.opgeschortTot !== null && zaak.opgeschortTot < today,
    },
  ],
  rules: [
    {
      reason: 'last_day_not_later',
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
    summary: 'Gives the aanvrager more time to send what was asked',
    example: { versie: 3, uiterlijk: '2026-12-24' },
  },
} as const satisfies Act<InputOf<typeof aanvullingstermijnRequest>>

export const extendAanvulling = performing(EXTEND_AANVULLING)
