import { MINUTE_MS } from '#lib/platform/durations.ts'
import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'
import { RECEIVED } from './bron-stand.ts'

/** Twice as long as it takes until the bron is asked when nothing arrives. */
const LATE_AFTER_MS = 10 * MINUTE_MS

/** Of when it is what the portal shows. */
type Stand = {
  /** when it last knew that it had everything of its bron; null: never */
  op: Date | null
  /** the portal asked in vain, so that nobody knows whether there is more */
  isLate: boolean
  /** of a zaak of this burger it lacks something that is on its way */
  isOnderweg: boolean
}

/**
 * A gap holds it back, however much was received behind it. What was received since the position was moved counts, so that
 * a page that an event refreshes is not older than that event. A moment of before the clock was set back is not ahead of now.
 * "lateral" keeps what is on its way a lookup for each zaak of the burger.
 */
const FIND = `
  with known as (
    select bij_tot_sequence as bij_tot, bij_op from bron where source = $1 and bij_tot_sequence is not null
  ), received as (${RECEIVED}
  ), bij as (
    select greatest(known.bij_op, max(ontvangen_op) filter (where sequence = bij_tot + n)) as op
    from known left join received on true group by known.bij_op
  ), onderweg as (
    select min(opdracht.sinds) as sinds from zaak
    cross join lateral (select sinds from ophaalopdracht where zaak_id = zaak.id limit 1) as opdracht
    where burger_id = $2
  )
  select case when bij.op is not null then least(bij.op, onderweg.sinds, $3::timestamptz) end as op,
    $3::timestamptz as now, onderweg.sinds is not null as "isOnderweg"
  from onderweg left join bij on true`

type Row = { op: Date | null; now: Date; isOnderweg: boolean }

/** @param burgerId for whom; absent: of the bron alone */
export async function findStand(
  { pool, clock, env }: Pick<PublieksportaalContext, 'pool' | 'clock' | 'env'>,
  burgerId: string | null = null,
): Promise<Stand> {
  const values = [env.PUBLIEKSPORTAAL_BRON, burgerId, sqlNow(clock)]
  const statement = { name: 'find-stand', text: FIND, values }
  const [[{ op, now, isOnderweg }]] = (await runPipeline(pool, [statement])) as [[Row]]
  return { op, isLate: op === null || now.getTime() - op.getTime() > LATE_AFTER_MS, isOnderweg }
}
