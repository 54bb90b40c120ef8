import type { ZaaksysteemContext } from '../../context.ts'
import type { Handeling } from '../wijziging/apply-change.ts'
import { findStateAtVersie } from '../wijziging/find-zaak-at-versie.ts'
import { performHandeling } from './perform-handeling.ts'
import type { Rule, Subject } from './rules.ts'

type More = { before: Awaited<ReturnType<typeof findStateAtVersie>> }

const RULES = [{ reason: 'not_closed', broken: ({ zaak }) => zaak.einddatum === null }] as const satisfies Rule<
  string,
  Subject<Handeling> & More
>[]

export type ReopenRefusal = (typeof RULES)[number]['reason']

/**
 * Takes a closed zaak back to the state that it had before it was closed. ZGW zrc-008: that needs the scope
 * zaken.heropenen, which an API client has by its token.
 */
export function reopenZaak(ctx: ZaaksysteemContext, reopening: Handeling) {
  return performHandeling(ctx, reopening, {
    soort: 'heropening',
    recht: 'heropenen',
    read: async ({ zaak }): Promise<More> => ({
      before: await findStateAtVersie(ctx, { id: zaak.id, versie: zaak.versie - 1 }),
    }),
    rules: RULES,
    next: ({ before }) => before,
  })
}
