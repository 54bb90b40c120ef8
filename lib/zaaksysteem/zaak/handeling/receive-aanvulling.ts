import type { ZaaksysteemContext } from '../../context.ts'
import { signaleer } from '../../signalering/signaleer.ts'
import { applyStatement, type Handeling } from '../wijziging/apply-change.ts'
import { performHandeling } from './perform-handeling.ts'
import { RUNS_AGAIN, resumed } from './resume-zaak.ts'
import type { Rule, Subject } from './rules.ts'

export type OntvangenAanvulling = Handeling & {
  /** the day on which the last of it came, `yyyy-mm-dd` */
  op: string
}

export const RULES = [
  { reason: 'no_aanvulling_open', broken: ({ zaak }) => zaak.opschorting !== 'aanvulling' },
  ...RUNS_AGAIN,
  // from the day after, the term has run again by law
  {
    reason: 'after_last_day',
    broken: ({ zaak, input }) => zaak.opgeschortTot !== null && input.op > zaak.opgeschortTot,
  },
] as const satisfies Rule<string, Subject<OntvangenAanvulling>>[]

export type OntvangenAanvullingRefusal = (typeof RULES)[number]['reason']

const RECEIVE = applyStatement('receive-aanvulling', {
  received: `
    update aanvulling set ontvangen_op = coalesce(ontvangen_op, $2::timestamptz)
    from changed where aanvulling.zaak_id = changed.id`,
  signaleerd: signaleer('aanvulling_ontvangen'),
})

/** All that was asked has come: the term runs again (Awb 4:15). */
export function receiveAanvulling(ctx: ZaaksysteemContext, received: OntvangenAanvulling) {
  return performHandeling(ctx, received, {
    soort: 'aanvulling_ontvangen',
    rules: RULES,
    next: ({ zaak, input }) => resumed(zaak, input.op),
    also: { statement: RECEIVE },
  })
}
