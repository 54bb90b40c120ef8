import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { queryByIndex } from '#lib/platform/postgres/run-pipeline.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { completeAanvulling } from '../inzending/complete-aanvulling.ts'
import { signaleer } from '../signalering/signaleer.ts'
import { expireAanvulling } from '../zaak/handelingen/aanvulling/expire-aanvulling.ts'
import { performHandeling } from '../zaak/handelingen/perform-handeling.ts'
import { CONTINUE_STILSTAND } from '../zaak/handelingen/stilstand/continue-stilstand.ts'
import { RESUME_ZAAK } from '../zaak/handelingen/stilstand/resume-zaak.ts'
import { changeStatement, type Handeling } from '../zaak/wijziging/apply-change.ts'
import { TERMIJNBEWAKING } from '../zaak/wijziging/compose-act.ts'

const BATCH = 100

type Expired = {
  id: string
  versie: number
  opschorting: 'aanvulling' | 'instemming' | null
  daarnaReden: string | null
}

/** The second query finds a stilstand that was not continued, because a process died before that act. */
const FIND = `
  (select id, versie, opschorting, daarna_reden as "daarnaReden" from zaak
   where opschorting <> 'opschorting' and opgeschort_tot < $1 order by opgeschort_tot limit ${BATCH})
  union all
  (select id, versie, opschorting, daarna_reden from zaak
   where opschorting is null and daarna_reden is not null limit ${BATCH})`

const STATEMENT = changeStatement('resume-expired', { also: { signaleerd: signaleer('instemming_geeindigd') } })
/**
 * The aanvrager reported the aanvulling as sent and nobody confirmed that, so the term resumed by the report.
 */
const UNCONFIRMED = {
  statement: changeStatement('report-expired', { also: { signaleerd: signaleer('aanvulling_gemeld') } }),
}

/**
 * Resumes terms whose opschorting has passed its last day. An aanvulling did not come, nobody confirmed that
 * it came, or the aanvrager agreed to wait until that day. A conflict with another worker, or with another
 * act, resolves itself.
 *
 * @returns the number of resumed zaken
 */
export async function resumeExpired(
  ctx: ZaaksysteemContext,
  { signal }: { signal?: AbortSignal } = {},
): Promise<number> {
  let expired = 0
  while (!signal?.aborted) {
    const today = dateInAmsterdam(ctx.clock())
    const { rows } = await queryByIndex<Expired>(ctx.pool, FIND, [today])
    const outcomes = await Promise.all(rows.map((zaak) => resume(ctx, zaak, today)))
    const done = outcomes.filter(Boolean).length
    expired += done
    if (rows.length < BATCH || done === 0) break
  }
  return expired
}

/** Consent ended on its last day, also when this runs later. @returns true when the term was resumed */
async function resume(
  ctx: ZaaksysteemContext,
  { id: zaakId, versie, opschorting, daarnaReden }: Expired,
  op: string,
): Promise<boolean> {
  const by = { gezetDoor: { taak: TERMIJNBEWAKING }, traceparent: traceparentOf(null) }
  const act: Handeling = { zaakId, versie, ...by }
  if (opschorting === null) {
    const reden = daarnaReden as string
    return (await performHandeling(ctx, CONTINUE_STILSTAND, { ...act, reden })).ok
  }
  if (opschorting === 'instemming') {
    return (await performHandeling(ctx, RESUME_ZAAK, { ...act, op }, { also: { statement: STATEMENT } })).ok
  }
  // An aanvrager who reported everything as sent in time is not told that it did not come.
  if (await completeAanvulling(ctx, { zaakId, ...by, isOver: true, also: UNCONFIRMED })) return true
  return (await expireAanvulling(ctx, act)).ok
}
