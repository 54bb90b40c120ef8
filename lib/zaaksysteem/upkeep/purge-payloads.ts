import type pg from 'pg'
import { DAY_MS } from '#lib/platform/durations.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { LOOK_UP_IN_INDEXES } from '#lib/platform/postgres/run-pipeline.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import type { ZaaksysteemContext } from '../context.ts'

/** Making bezorgingen waits for a batch that has begun. */
const BATCH = 200
/** With a round every ten minutes: 1,600 events a second. */
const BATCHES_A_ROUND = 5000
const WALK_AGAIN_MS = DAY_MS

/** A replay checks under the exclusive side of this lock whether a payload is still there. */
const LOCK_ORDER_SHARED = `select pg_advisory_xact_lock_shared(${ADVISORY_LOCKS.order})`

/**
 * Reads the next events in their order. Deletes the attempts of bezorgingen that were bezorgd before the term,
 * and the payload of an event if all of its bezorgingen were. Parameters: the term, and the sequence to begin after.
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

/** How far a process is in the events, since when. */
type Walk = { begunMs: number; after: number }

/**
 * Deletes what was sent and answered before the term, and the payloads of events. An event that was not delivered stays,
 * with its attempts; so each round goes on where the one before ended, and only once a day from the start, for what was
 * delivered late.
 *
 * @param term the moment before which it goes
 */
export async function purgePayloads(
  { pool, clock, log, once }: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'log' | 'once'>,
  { term, signal }: { term: Date; signal?: AbortSignal | undefined },
): Promise<void> {
  const nowMs = clock().getTime()
  const walk = once('purge', (): Walk => ({ begunMs: nowMs, after: 0 }))
  // the clock may have been set back
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
