import type { ZaaksysteemContext } from '../../context.ts'
import type { Handeling } from '../wijziging/apply-change.ts'
import { findStateAtVersie } from '../wijziging/find-zaak-at-versie.ts'
import { performHandeling } from './perform-handeling.ts'
import type { Rule, Subject } from './rules.ts'

type More = { isPermitted: boolean; before: Awaited<ReturnType<typeof findStateAtVersie>> }

export const RULES = [
  { reason: 'not_permitted', broken: ({ isPermitted }) => !isPermitted },
  { reason: 'not_closed', broken: ({ zaak }) => zaak.einddatum === null },
] as const satisfies Rule<string, Subject<Handeling> & More>[]

export type ReopenRefusal = (typeof RULES)[number]['reason']

/** Takes a closed zaak back to the state that it had before it was closed. */
export function reopenZaak(ctx: ZaaksysteemContext, reopening: Handeling) {
  return performHandeling(ctx, reopening, {
    soort: 'heropening',
    read: async ({ zaak }): Promise<More> => ({
      isPermitted: await mayReopen(ctx, reopening),
      before: await findStateAtVersie(ctx, { id: zaak.id, versie: zaak.versie - 1 }),
    }),
    rules: RULES,
    next: ({ before }) => before,
  })
}

/** ZGW zrc-008: reopening needs the scope zaken.heropenen, which an API client has by its token. */
async function mayReopen({ db }: ZaaksysteemContext, { gezetDoor: { behandelaarId } }: Handeling): Promise<boolean> {
  if (!behandelaarId) return true
  const { rollen } = await db.behandelaar.findUniqueOrThrow({ where: { id: behandelaarId } })
  return rollen.includes('heropenen')
}
