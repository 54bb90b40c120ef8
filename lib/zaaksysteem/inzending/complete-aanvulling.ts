import type { Inzendinguitkomst } from '#lib/contract/inzendingen.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { findZaaktypeOf } from '../catalogus/find-zaaktypen.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { reportAanvulling } from '../zaak/handelingen/aanvulling/report-aanvulling.ts'
import type { Wider } from '../zaak/wijziging/apply-change.ts'
import type { GezetDoor } from '../zaak/wijziging/compose-act.ts'

/** Finds the missing parts of the last request; `gemeldOp` is null while one is not reported as sent. */
const FIND_OPEN = `
  with asked as (
    select id, ontvangen_op, (
      select min(tijdstip) from inzending where inzending.zaak_id = aanvulling.zaak_id and aanvulling.id = any (aanvulling_ids)
    ) as gemeld_op
    from aanvulling
    where zaak_id = $1::uuid
      and versie = (select max(versie) from aanvulling where zaak_id = $1::uuid and not teruggenomen)
  )
  select versie, zaaktype, zaaktypeversie, opgeschort_op::text as "opgeschortOp",
    (select max(ontvangen_op)::text from asked) as "ontvangenOp",
    case when (select bool_and(gemeld_op is not null) from asked where ontvangen_op is null)
      then (select max(gemeld_op) from asked where ontvangen_op is null) end as "gemeldOp"
  from zaak where id = $1::uuid and opschorting = 'aanvulling'`

type Open = {
  versie: number
  zaaktype: string
  zaaktypeversie: number
  opgeschortOp: string
  ontvangenOp: string | null
  gemeldOp: Date | null
}

type Completion = {
  zaakId: string
  gezetDoor: GezetDoor
  traceparent: string
  /** true when the last day has passed, so that the zaak no longer waits for a behandelaar */
  isOver?: boolean
  /** further writes of the same statement */
  also?: Wider
}

/**
 * Resumes the term of a zaak once all missing parts were reported as sent (Awb 4:15). When the zaaktype wants
 * a confirmation by a behandelaar, the term resumes only after the last day. Runs after each inzending is
 * committed, so that the last of two concurrent ones sees both. A retry runs it again, because the process
 * may have died in between.
 *
 * @returns true when the term resumed
 */
export async function completeAanvulling(ctx: ZaaksysteemContext, completion: Completion): Promise<boolean> {
  const { zaakId, isOver = false, also, ...act } = completion
  const [open] = (await ctx.pool.query<Open>(FIND_OPEN, [zaakId])).rows
  if (!open?.gemeldOp) return false
  const { versie, opgeschortOp, ontvangenOp, gemeldOp } = open
  if (!isOver && (await findZaaktypeOf(ctx, open)).aanvullingBevestigen) return false
  const said = dateInAmsterdam(gemeldOp)
  const last = ontvangenOp && ontvangenOp > said ? ontvangenOp : said
  const op = between(opgeschortOp, last, dateInAmsterdam(ctx.clock()))
  const reported = await reportAanvulling(ctx, { ...act, zaakId, versie, op }, { also })
  // a concurrent act changed the zaak
  if (!reported.ok && reported.reason === 'conflict') return completeAanvulling(ctx, completion)
  return reported.ok
}

/** Keeps the date between the request and today, because the clock of a client may be wrong. */
function between(earliest: string, date: string, latest: string): string {
  if (date < earliest) return earliest
  return date > latest ? latest : date
}

const FIND_UITKOMST = `
  select bool_and(ontvangen_op is not null or is_last and gemeld) as received,
    bool_and(is_last and (zaak.opschorting is not distinct from 'aanvulling' or zaak.einddatum is null and $3::date <= (
      select opgeschort_tot from status where status.zaak_id = $1::uuid and status.versie = (
        select max(verlopen.versie) - 1 from status verlopen
        where verlopen.zaak_id = $1::uuid and verlopen.soort = 'aanvulling_verlopen'
      )
    ))) as asked
  from (
    select zaak_id, ontvangen_op, versie = max(versie) over () as is_last, id, (
      select true from status
      where status.zaak_id = $1::uuid and soort = 'aanvulling_gemeld' and status.versie > aanvulling.versie limit 1
    ) as gemeld
    from aanvulling where zaak_id = $1::uuid and not teruggenomen
  ) aanvulling join zaak on zaak.id = zaak_id
  where aanvulling.id = any ($2::uuid[])`

/**
 * Returns the outcome of parts that were reported as sent. A report made in time that arrives after the last
 * day still waits for a behandelaar, who confirms the day of arrival.
 */
export async function findUitkomst(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  { zaakId, aanvullingen, tijdstip }: { zaakId: string; aanvullingen: readonly string[]; tijdstip: string },
): Promise<Inzendinguitkomst> {
  const { rows } = await pool.query<{ received: boolean | null; asked: boolean | null }>(FIND_UITKOMST, [
    zaakId,
    aanvullingen,
    dateInAmsterdam(new Date(tijdstip)),
  ])
  if (rows[0]?.received) return 'received'
  return rows[0]?.asked ? 'recorded' : 'no_longer_asked'
}
