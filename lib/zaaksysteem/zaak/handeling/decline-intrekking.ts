import type { ZaaksysteemContext } from '../../context.ts'
import { applyStatement, type Handeling } from '../wijziging/apply-change.ts'
import { performHandeling } from './perform-handeling.ts'
import { CLOSED, REASON_REQUIRED, type Rule, type Subject } from './rules.ts'

type More = { isAsked: boolean }

export const RULES = [
  CLOSED,
  { reason: 'no_intrekking_asked', broken: ({ isAsked }) => !isAsked },
  REASON_REQUIRED,
] as const satisfies Rule<string, Subject<Handeling> & More>[]

export type DeclineRefusal = (typeof RULES)[number]['reason']

const DECLINE = applyStatement('decline-intrekking', {
  declined: `
    update inzending set afgewezen_versie = changed.versie
    from changed where zaak_id = changed.id and inzending.soort = 'intrekking' and afgewezen_versie is null`,
})

/** The aanvrager asked to withdraw the aanvraag, and it goes on: that changes nothing of the zaak. The citizen reads why. */
export function declineIntrekking(ctx: ZaaksysteemContext, declining: Handeling) {
  return performHandeling(ctx, declining, {
    soort: 'intrekking_afgewezen',
    read: async ({ zaak: { id } }): Promise<More> => {
      const open = { zaakId: id, soort: 'intrekking', afgewezenVersie: null } as const
      return { isAsked: (await ctx.db.inzending.count({ where: open })) > 0 }
    },
    rules: RULES,
    next: () => ({}),
    also: { statement: DECLINE },
  })
}
