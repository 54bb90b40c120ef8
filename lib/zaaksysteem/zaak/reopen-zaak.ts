import type { ZaaksysteemContext } from '../context.ts'
import { applyChange, type Changed } from './apply-change.ts'
import { type Conflict, findZaakAtVersie } from './find-zaak-at-versie.ts'
import { logChange } from './log-change.ts'
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
  const reopened = await ctx.db.$transaction(async (tx): Promise<Changed | Conflict | Refused> => {
    const found = await findZaakAtVersie(tx, reopening)
    if (!found.ok) return found

    const { zaak } = found
    const { rollen } = await tx.behandelaar.findUniqueOrThrow({ where: { id: reopening.behandelaarId } })
    const reason = firstBrokenRule(REOPEN_RULES, { zaak, rollen })
    if (reason) return { ok: false, reason }

    const before = await tx.status.findUniqueOrThrow({
      where: { zaakId_versie: { zaakId: zaak.id, versie: zaak.versie - 1 } },
    })
    return applyChange(ctx, tx, {
      ...reopening,
      zaak,
      soort: 'heropening',
      next: { statustype: before.statustype, statuscode: before.statuscode, resultaat: null, einddatum: null },
    })
  })
  if (reopened.ok) logChange(ctx, { ...reopening, handeling: 'zaak_heropenen' }, reopened)
  return reopened
}
