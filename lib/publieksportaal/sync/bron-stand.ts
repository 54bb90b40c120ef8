import type { PublieksportaalContext } from '../context.ts'

/** When nothing arrives for so long, the source is asked whether there is more. */
const QUIET_SECONDS = 5 * 60
/** Most received events that one statement walks along. */
const MAX_STEPS = 10_000

/** How far the events of the source have been taken. */
export type BronStand = {
  /** all up to here */
  bijTot: number
  /** when the first event behind the gap was received; null when nothing lies behind a gap */
  achterGatOntvangenOp: Date | null
  /** the highest sequence behind the gap */
  hoogsteOntvangen: number | null
  /** when to ask whether there is more */
  navraagOp: Date
}

/**
 * The target is computed from the position that this statement saw at its start, and never moves back: a process that
 * had to wait for the row does not apply what it counted to a position that another has moved meanwhile.
 */
const ADVANCE = `
  with known as (
    select bij_tot_sequence as bij_tot, navraag_op from bron
    where source = $1 and status = 'actief' and bij_tot_sequence is not null
  ), received as (
    select sequence, row_number() over (order by sequence) as n
    from (
      select distinct sequence from ontvangen_gebeurtenis
      where source = $1 and sequence > (select bij_tot from known)
      order by sequence limit ${MAX_STEPS}
    ) as next
  ), target as (
    select coalesce(max(sequence) filter (where sequence = bij_tot + n), bij_tot) as bij_tot,
      case when count(n) > 0 then $2::timestamptz + make_interval(secs => ${QUIET_SECONDS}) else navraag_op end as navraag_op
    from known left join received on true
    group by known.bij_tot, navraag_op
  ), moved as (
    update bron set bij_tot_sequence = greatest(bij_tot_sequence, target.bij_tot), navraag_op = target.navraag_op
    from target
    where source = $1 and exists (select from received)
  )
  select bij_tot as "bijTot", navraag_op as "navraagOp", bij_tot - (select bij_tot from known) as steps,
    (select ontvangen_op from ontvangen_gebeurtenis where source = $1 and sequence > bij_tot order by sequence limit 1)
      as "achterGatOntvangenOp",
    (select max(sequence) from ontvangen_gebeurtenis where source = $1 and sequence > bij_tot) as "hoogsteOntvangen"
  from target`

/** Moves on over what has been received without a gap. Nothing when the source is retired or not loaded yet. */
export async function advanceBron(ctx: PublieksportaalContext): Promise<BronStand | undefined> {
  for (;;) {
    const values = [ctx.env.PUBLIEKSPORTAAL_BRON, ctx.clock()]
    const query = { name: 'advance-bron', text: ADVANCE, values }
    const { rows } = await ctx.pool.query<BronStand & { steps: number }>(query)
    if (rows[0]?.steps !== MAX_STEPS) return rows[0]
  }
}

/** Everything up to this sequence has been taken, in whatever way. `caughtUp`: the source has no more just now. */
export async function markAccepted(
  ctx: PublieksportaalContext,
  { totSequence, caughtUp }: { totSequence: number; caughtUp: boolean },
): Promise<void> {
  await ctx.pool.query(
    `update bron
     set bij_tot_sequence = greatest(bij_tot_sequence, $2),
         navraag_op = case when $3 then $4::timestamptz + make_interval(secs => ${QUIET_SECONDS}) else coalesce(navraag_op, $4) end
     where source = $1`,
    [ctx.env.PUBLIEKSPORTAAL_BRON, totSequence, caughtUp, ctx.clock()],
  )
}
