import { dateColumn, dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Prisma } from '../generated/client.ts'
import { applyChange, type Changed, type GezetDoor } from './apply-change.ts'
import { type Conflict, findZaakAtVersie } from './find-zaak-at-versie.ts'
import { logChange } from './log-change.ts'
import { CHANGE_RULES, firstBrokenRule } from './status-rules.ts'

export type StatusChange = {
  zaakId: string
  /** the versie that the behandelaar saw */
  versie: number
  statustype: string
  /** code of a resultaattype; counts only for the eindstatus */
  resultaat?: string | undefined
  /** for the citizen, at most 1000 characters */
  toelichting?: string | undefined
  traceparent: string
  /** UUID v7; a fresh one when absent */
  gebeurtenisId?: string
} & GezetDoor

type Refused = { ok: false; reason: 'not_found' | (typeof CHANGE_RULES)[number]['reason'] }

/** Sets the next status of a zaak. The eindstatus closes it. */
export async function changeStatus(
  ctx: ZaaksysteemContext,
  change: StatusChange,
): Promise<Changed | Conflict | Refused> {
  const changed = await ctx.db.$transaction((tx) => changeStatusIn(ctx, tx, change))
  if (changed.ok) logChange(ctx, { ...change, handeling: 'status_zetten' }, changed)
  return changed
}

/** `changeStatus` in a transaction of the caller, who logs the change once that has committed. */
export async function changeStatusIn(
  ctx: ZaaksysteemContext,
  tx: Prisma.TransactionClient,
  change: StatusChange,
): Promise<Changed | Conflict | Refused> {
  const found = await findZaakAtVersie(tx, change)
  if (!found.ok) return found

  const { zaak, zaaktype } = found
  const { statustype, resultaat } = change
  const reason = firstBrokenRule(CHANGE_RULES, { zaaktype, zaak, statustype, resultaat })
  if (reason) return { ok: false, reason }

  const ends = zaaktype.statustypen.at(-1)?.code === statustype
  const resultaattype = ends ? zaaktype.resultaattypen.find(({ code }) => code === resultaat) : undefined
  return applyChange(ctx, tx, {
    ...change,
    zaak,
    soort: 'statuswijziging',
    next: {
      statustype,
      statuscode: resultaattype?.statuscode ?? statustype,
      resultaat: resultaattype?.code ?? null,
      einddatum: resultaattype ? dateColumn(dateInAmsterdam(ctx.clock())) : null,
    },
  })
}
