import type { ZaaksysteemContext } from '../../context.ts'
import type { StatusSoort } from '../../generated/client.ts'
import type { Handeling } from '../wijziging/apply-change.ts'
import { findStateAtVersie } from '../wijziging/find-zaak-at-versie.ts'
import { performHandeling } from './perform-handeling.ts'
import { REASON_REQUIRED, type Rule, type Subject } from './rules.ts'

type More = { last: StatusSoort; before: Awaited<ReturnType<typeof findStateAtVersie>> }

export const RULES = [
  { reason: 'nothing_to_correct', broken: ({ last }) => last !== 'statuswijziging' },
  // what was made known can only be reopened
  {
    reason: 'made_known_already',
    broken: ({ zaak, today }) => zaak.bekendmakingsdatum !== null && zaak.bekendmakingsdatum <= today,
  },
  REASON_REQUIRED,
] as const satisfies Rule<string, Subject<Handeling> & More>[]

export type CorrectRefusal = (typeof RULES)[number]['reason']

/** Corrigeren: takes back a status that was set by mistake, when nothing came after it. The history keeps both. */
export function correctStatus(ctx: ZaaksysteemContext, correction: Handeling) {
  return performHandeling(ctx, correction, {
    soort: 'correctie',
    read: async ({ zaak: { id, versie } }): Promise<More> => {
      const { soort } = await ctx.db.status.findUniqueOrThrow({ where: { zaakId_versie: { zaakId: id, versie } } })
      return { last: soort, before: await findStateAtVersie(ctx, { id, versie: versie - 1 }) }
    },
    rules: RULES,
    next: ({ before }) => before,
  })
}
