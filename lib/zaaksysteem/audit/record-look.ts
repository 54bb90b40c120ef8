import { v7 } from 'uuid'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import { idsOfTraceparent } from '#lib/platform/http/trace-context.ts'
import { groupCommit } from '#lib/platform/postgres/group-commit.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Auditnaam } from './auditnamen.ts'
import { hashBetrokkene } from './hash-betrokkene.ts'
import type { TracedActor } from './recorded-transaction.ts'

const INSERT = `
  insert into auditregel (id, tijdstip, begonnen_op, actor_soort, actor, handeling, uitkomst, trace_id, parent_span_id,
    zaak_id, betrokkene, object_soort, object_id, aantal)
  select seen.id, $1::timestamptz, $2::timestamptz, $3::actor_soort, $4, $5, 'gelukt', decode($6, 'hex'),
    decode($7, 'hex'), seen.zaak_id, decode(seen.betrokkene, 'hex'), seen.object_soort, seen.object_id, seen.aantal
  from jsonb_to_recordset($8::jsonb) as seen (id uuid, zaak_id uuid, betrokkene text, object_soort text,
    object_id text, aantal int)`

const EACH = { name: 'record-look', text: INSERT }
const ONCE = {
  name: 'record-look-once',
  text: `${INSERT}
    where not exists (
      select from auditregel
      where zaak_id = seen.zaak_id and actor = $4 and handeling = $5 and tijdstip > $9::timestamptz
    )`,
}

/** The page of a zaak refreshes itself while a bezorging is under way. That counts as one look per minute. */
const SAME_LOOK_MS = MINUTE_MS

/**
 * A single zaak with the list that showed it, or many zaken as one look: a page with its range, an export, or
 * all zaken of a citizen. `bsn` is null when the aanvrager is no person.
 */
export type Seen =
  | { zaak: { id: string; bsn: string | null }; object?: { soort: string; id: string } }
  | { object: { soort: string; id: string }; aantal?: number; zaakId?: string | undefined; bsn?: string }

/**
 * Records a look before its result is shown. Writes no auditregel when nothing was seen.
 *
 * @param look.begonnenOp when the request came
 * @param look.onceAMinute true to skip a look when the same actor looked at the same zaak in the last minute
 */
export async function recordLook(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'once'>,
  look: {
    actor: TracedActor
    handeling: Auditnaam
    begonnenOp: Date
    seen: readonly Seen[]
    onceAMinute?: boolean
  },
): Promise<void> {
  if (look.seen.length === 0) return
  const { actor, handeling, begonnenOp, seen, onceAMinute } = look
  const now = ctx.clock()
  const { traceId, parentSpanId } = idsOfTraceparent(actor.traceparent)
  const rows = seen.map((one) => ({ id: v7({ msecs: now.getTime() }), ...toRow(ctx, one) }))
  const values = [now.toISOString(), begonnenOp.toISOString(), actor.soort, actor.id, handeling, traceId, parentSpanId]
  const since = new Date(now.getTime() - SAME_LOOK_MS).toISOString()
  const statement = onceAMinute ? ONCE : EACH
  // This statement locks no row that others wait for, so it needs no lock order.
  await groupCommit(
    ctx.pool,
    { ...statement, values: [...values, JSON.stringify(rows), ...(onceAMinute ? [since] : [])] },
    '',
  )
}

function toRow(ctx: Pick<ZaaksysteemContext, 'env' | 'once'>, seen: Seen) {
  if ('zaak' in seen) {
    const { id, bsn } = seen.zaak
    const { soort, id: objectId } = seen.object ?? {}
    const betrokkene = bsn && hashBetrokkene(ctx, bsn).toString('hex')
    return { zaak_id: id, betrokkene, object_soort: soort, object_id: objectId }
  }
  const { object, aantal, zaakId, bsn } = seen
  const betrokkene = bsn && hashBetrokkene(ctx, bsn).toString('hex')
  return { object_soort: object.soort, object_id: object.id, aantal, zaak_id: zaakId, betrokkene }
}
