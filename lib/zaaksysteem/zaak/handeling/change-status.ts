import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { applyChange, type Changed, type GezetDoor } from '../wijziging/apply-change.ts'
import { type Conflict, findZaakAtVersie } from '../wijziging/find-zaak-at-versie.ts'
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
  const found = await findZaakAtVersie(ctx, change)
  if (!found.ok) return found

  const { zaak, zaaktype } = found
  const { statustype, resultaat } = change
  const reason = firstBrokenRule(CHANGE_RULES, { zaaktype, zaak, statustype, resultaat })
  if (reason) return { ok: false, reason }

  const ends = zaaktype.statustypen.at(-1)?.code === statustype
  const resultaattype = ends ? zaaktype.resultaattypen.find(({ code }) => code === resultaat) : undefined
  return applyChange(ctx, {
    ...change,
    zaak,
    soort: 'statuswijziging',
    next: {
      statustype,
      statuscode: resultaattype?.statuscode ?? statustype,
      resultaat: resultaattype?.code ?? null,
      einddatum: resultaattype ? dateInAmsterdam(ctx.clock()) : null,
    },
  })
}
