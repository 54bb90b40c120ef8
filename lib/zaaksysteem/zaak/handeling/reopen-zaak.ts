import type { ZaaksysteemContext } from '../../context.ts'
import { applyChange, type Changed } from '../wijziging/apply-change.ts'
import { type Conflict, findZaakAtVersie } from '../wijziging/find-zaak-at-versie.ts'
import { firstBrokenRule, REOPEN_RULES } from './status-rules.ts'

export type Reopening = {
  zaakId: string
  /** the versie that the behandelaar saw */
  versie: number
  /** for the citizen, at most 1000 characters */
  toelichting?: string
  behandelaarId: string
  traceparent: string
  /** UUID v7; a fresh one when absent */
  gebeurtenisId?: string
}

type Refused = { ok: false; reason: 'not_found' | (typeof REOPEN_RULES)[number]['reason'] }

/** Takes a closed zaak back to the status that it had before it was closed. */
export async function reopenZaak(ctx: ZaaksysteemContext, reopening: Reopening): Promise<Changed | Conflict | Refused> {
  const found = await findZaakAtVersie(ctx, reopening)
  if (!found.ok) return found

  const { zaak } = found
  const { rollen } = await ctx.db.behandelaar.findUniqueOrThrow({ where: { id: reopening.behandelaarId } })
  const reason = firstBrokenRule(REOPEN_RULES, { zaak, rollen })
  if (reason) return { ok: false, reason }

  const before = await ctx.db.status.findUniqueOrThrow({
    where: { zaakId_versie: { zaakId: zaak.id, versie: zaak.versie - 1 } },
  })
  return applyChange(ctx, {
    ...reopening,
    zaak,
    soort: 'heropening',
    next: { statustype: before.statustype, statuscode: before.statuscode, resultaat: null, einddatum: null },
  })
}
