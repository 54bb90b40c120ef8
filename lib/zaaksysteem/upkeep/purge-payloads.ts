import type pg from 'pg'
import { DAY_MS } from '#lib/platform/durations.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { LOOK_UP_IN_INDEXES } from '#lib/platform/postgres/run-pipeline.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import type { ZaaksysteemContext } from '../context.ts'

/** Small, because making bezorgingen waits until a batch has ended. */
const BATCH = 200
/** With a round every ten minutes: 1,600 events a second. */
const BATCHES_A_ROUND = 5000
const WALK_AGAIN_MS = DAY_MS

/** A replay checks under the exclusive side of this lock that a payload is still there. */
const LOCK_ORDER_SHARED = `select pg_advisory_xact_lock_shared(${ADVISORY_LOCKS.order})`

/**
 * Reads the next events in order. Deletes the attempts of bezorgingen that were bezorgd before the term, and
 * the payload of an event if all of its bezorgingen were. Parameters: the term, and the sequence to begin
 * after.
 */
const PURGE_BATCH = `
  with looked_at as (
    select id, sequence, vastgelegd_op from gebeurtenis
    where body is not null and sequence > $2
    order by sequence limit ${BATCH}
  ), old as (
    select id, sequence from looked_at where vastgelegd_op < $1
  ), seen as (
    select bezorging.* from old cross join lateral (
      select gebeurtenis_id, id, coalesce(status = 'bezorgd' and afgerond_op < $1, false) as arrived
      from bezorging where gebeurtenis_id = old.id
      offset 0
    ) bezorging
  ), pogingen as (
    delete from bezorgpoging where bezorging_id = any (array(select id from seen where arrived))
  ), payloads as (
    update gebeurtenis set body = null
    where id = any (array(
      select id from old except select gebeurtenis_id from seen where not arrived
    ))
    returning gebeurtenis.id
  )
  select (select max(sequence) from old) as "lastSequence", (select count(*)::int from old) = ${BATCH} as "moreToCome",
         (select count(*)::int from payloads) as purged`

type Batch = { lastSequence: number | null; moreToCome: boolean; purged: number }

/** The position of a process in its walk over the events, and when that walk began. */
type Walk = { begunMs: number; after: number }

/**
 * Deletes attempts from before the term, and payloads of events. An undelivered event stays, with its
 * attempts. Each round therefore continues where the one before ended, and starts again once a day, for
 * events that were delivered late.
 *
 * @param term data from before this moment is deleted
 */
export async function purgePayloads(
  { pool, clock, log, once }: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'log' | 'once'>,
  { term, signal }: { term: Date; signal?: AbortSignal | undefined },
): Promise<void> {
  const nowMs = clock().getTime()
  const walk = once('purge', (): Walk => ({ begunMs: nowMs, after: 0 }))
  // The clock may have been set back.
  if (Math.abs(nowMs - walk.begunMs) >= WALK_AGAIN_MS) Object.assign(walk, { begunMs: nowMs, after: 0 })
  let purged = 0
  for (let batch = 0; batch < BATCHES_A_ROUND && !signal?.aborted; batch++) {
    const done = await purgeBatch(pool, [term, walk.after])
    purged += done.purged
    walk.after = done.lastSequence ?? walk.after
    if (!done.moreToCome) break
  }
  if (purged > 0) log.info({ count: purged }, 'Payloads older than the term were purged')
}

function purgeBatch(pool: pg.Pool, values: unknown[]): Promise<Batch> {
  return inTransaction(pool, async (client) => {
    await client.query(LOOK_UP_IN_INDEXES)
    await client.query(LOCK_ORDER_SHARED)
    return (await client.query<Batch>(PURGE_BATCH, values)).rows[0] as Batch
  })
}
