import { aanvullingRequest } from '#lib/contract/handeling-requests.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { signaleer } from '../../signalering/signaleer.ts'
import { changeStatement } from '../wijziging/apply-change.ts'
import { type Act, type InputOf, performHandeling } from './perform-handeling.ts'
import { RUNS_AGAIN } from './resume-zaak.ts'
import { NO_AANVULLING_OPEN, resumed } from './rules.ts'

type OntvangenAanvulling = InputOf<typeof aanvullingRequest>

const STATEMENT = changeStatement('receive-aanvulling', {
  also: {
    received: `
      update aanvulling set ontvangen_op = coalesce(ontvangen_op, changed.vastgelegd_op)
      from changed where aanvulling.zaak_id = any (array[changed.id])`,
    signaleerd: signaleer('aanvulling_ontvangen'),
  },
})

/** All that was asked has come: the term runs again (Awb 4:15). */
export const RECEIVE_AANVULLING = {
  soort: 'aanvulling_ontvangen',
  auditnaam: 'aanvulling_ontvangen',
  recht: 'behandelen',
  needs: [NO_AANVULLING_OPEN],
  rules: [
    ...RUNS_AGAIN,
    // from the day after, the term has run again by law
    {
      reason: 'after_last_day',
      title: 'Too late',
      detail: 'op must not lie after the last day: from the next day the term ran again.',
      broken: ({ zaak, input }) => zaak.opgeschortTot !== null && input.op > zaak.opgeschortTot,
    },
  ],
  next: ({ zaak, zaaktype, input }) => resumed(zaak, zaaktype, input.op),
  also: () => ({ statement: STATEMENT }),
  api: {
    segment: 'aanvullingen',
    scope: 'zaken.aanvullen',
    schema: aanvullingRequest,
    id: 'aanvullingOntvangen',
    name: 'Aanvulling',
    summary: 'Says that all that was asked came; the term runs again',
    example: { versie: 3, op: '2026-12-08' },
  },
} as const satisfies Act<OntvangenAanvulling>

export function receiveAanvulling(ctx: ZaaksysteemContext, received: OntvangenAanvulling) {
  return performHandeling(ctx, RECEIVE_AANVULLING, received)
}
