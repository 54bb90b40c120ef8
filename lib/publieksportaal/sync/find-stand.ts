import { MINUTE_MS } from '#lib/platform/durations.ts'
import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'
import { QUIET_SECONDS, RECEIVED } from './bron-stand.ts'

/** The longest silence of a worker that has a request to the bron, a gap or a fetch to handle. */
const SILENT_MS = 2 * MINUTE_MS

/** The state of the sync with the bron, which tells the age of the shown data. */
type Stand = {
  /** when the portal last had everything of its bron; null: never */
  op: Date | null
  /** true when the worker is silent while it has work, so that events may be missing */
  isLate: boolean
  /** news of a zaak of this burger has to be fetched */
  isOnderweg: boolean
}

/**
 * A gap holds `op` back, however much was received beyond it. Events received since the position last moved
 * count, so that a page that an event refreshes is not older than that event. `least` with now bounds moments
 * from before the clock was set back. "lateral" keeps `onderweg` a lookup per zaak of the burger.
 */
const FIND = `
  with known as (
    select bij_tot_sequence as bij_tot, bij_op from bron where source = $1 and bij_tot_sequence is not null
  ), received as (${RECEIVED}
  ), bij as (
    select greatest(known.bij_op, max(ontvangen_op) filter (where sequence = bij_tot + n)) as op,
      min(ontvangen_op) filter (where sequence <> bij_tot + n) as gat
    from known left join received on true group by known.bij_op
  ), onderweg as (
    select min(opdracht.sinds) as sinds from zaak
    cross join lateral (select sinds from ophaalopdracht where zaak_id = zaak.id limit 1) as opdracht
    where burger_id = $2
  )
  select case when bij.op is not null then least(bij.op, onderweg.sinds, $3::timestamptz) end as op,
    least(bij.op + make_interval(secs => ${QUIET_SECONDS}), bij.gat, onderweg.sinds) as "beurtSinds",
    $3::timestamptz as now, onderweg.sinds is not null as "isOnderweg"
  from onderweg left join bij on true`

type Row = { op: Date | null; beurtSinds: Date | null; now: Date; isOnderweg: boolean }

/** @param burgerId absent: of the bron alone */
export async function findStand(
  { pool, clock, env }: Pick<PublieksportaalContext, 'pool' | 'clock' | 'env'>,
  burgerId: string | null = null,
): Promise<Stand> {
  const values = [env.PUBLIEKSPORTAAL_BRON, burgerId, sqlNow(clock)]
  const statement = { name: 'find-stand', text: FIND, values }
  const [[{ op, beurtSinds, now, isOnderweg }]] = (await runPipeline(pool, [statement])) as [[Row]]
  const silentMs = beurtSinds === null ? 0 : now.getTime() - beurtSinds.getTime()
  return { op, isLate: op === null || silentMs > SILENT_MS, isOnderweg }
}
