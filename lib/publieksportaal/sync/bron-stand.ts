import { MINUTE_MS } from '#lib/platform/durations.ts'
import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'

/** When nothing has arrived for so long, the portal asks the bron whether it has more. */
export const QUIET_SECONDS = 5 * 60
/** The most events that one statement advances over. */
const MAX_STEPS = 10_000

export type BronStand = {
  /** the portal has everything up to this sequence */
  bijTot: number
  /** when the first event behind the gap was received; null when there is no gap */
  achterGatOntvangenOp: Date | null
  /** the highest sequence behind the gap; null when there is no gap */
  hoogsteOntvangen: number | null
  /** when to ask the bron whether it has more */
  navraagOp: Date
}

/** The sequences of bron `$1` beyond `known.bij_tot`; no gap up to where `sequence = bij_tot + n`. */
const RECEIVED = `
    select sequence, ontvangen_op, row_number() over (order by sequence) as n
    from (
      select sequence, min(ontvangen_op) as ontvangen_op from ontvangen_gebeurtenis
      where source = $1 and sequence > (select bij_tot from known)
      group by sequence order by sequence limit ${MAX_STEPS}
    ) as next`

/**
 * Sets an absolute position, and `greatest` never moves it back. A process that waited for the row lock must
 * not add its count to a position that another process has moved.
 */
const ADVANCE = `
  with known as (
    select bij_tot_sequence as bij_tot, navraag_op from bron
    where source = $1 and status = 'actief' and bij_tot_sequence is not null
  ), received as (${RECEIVED}
  ), target as (
    select coalesce(max(sequence) filter (where sequence = bij_tot + n), bij_tot) as bij_tot,
      max(ontvangen_op) filter (where sequence = bij_tot + n) as bij_op,
      case when count(n) > 0 then $2::timestamptz + make_interval(secs => ${QUIET_SECONDS}) else navraag_op end as navraag_op
    from known left join received on true
    group by known.bij_tot, navraag_op
  ), moved as (
    update bron set bij_tot_sequence = greatest(bij_tot_sequence, target.bij_tot), navraag_op = target.navraag_op,
      bij_op = greatest(bron.bij_op, target.bij_op)
    from target
    where source = $1 and exists (select from received)
  )
  select bij_tot as "bijTot", navraag_op as "navraagOp", bij_tot - (select bij_tot from known) as steps,
    (select ontvangen_op from ontvangen_gebeurtenis where source = $1 and sequence > bij_tot order by sequence limit 1)
      as "achterGatOntvangenOp",
    (select max(sequence) from ontvangen_gebeurtenis where source = $1 and sequence > bij_tot) as "hoogsteOntvangen"
  from target`

/** Advances over events received without a gap. `undefined` when the bron is retired or was never loaded. */
export async function advanceBron(ctx: PublieksportaalContext): Promise<BronStand | undefined> {
  for (;;) {
    const values = [ctx.env.PUBLIEKSPORTAAL_BRON, sqlNow(ctx.clock)]
    const statement = { name: 'advance-bron', text: ADVANCE, values }
    const [[stand]] = (await runPipeline(ctx.pool, [statement])) as [(BronStand & { steps: number })[]]
    if (stand?.steps !== MAX_STEPS) return stand
  }
}

/** Records that the portal has everything up to `totSequence`. `caughtUp`: the bron has no more now. */
export async function markAccepted(
  ctx: PublieksportaalContext,
  { totSequence, caughtUp }: { totSequence: number; caughtUp: boolean },
): Promise<void> {
  await ctx.pool.query(
    `update bron
     set bij_tot_sequence = greatest(bij_tot_sequence, $2),
         bij_op = case when $3 then $4::timestamptz else bij_op end,
         navraag_op = case when $3 then $4::timestamptz + make_interval(secs => ${QUIET_SECONDS}) else coalesce(navraag_op, $4) end
     where source = $1`,
    [ctx.env.PUBLIEKSPORTAAL_BRON, totSequence, caughtUp, sqlNow(ctx.clock)],
  )
}

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
