import type pg from 'pg'
import { KEEP_AUDITREGELS_MS } from '#lib/platform/audit/with-auditregels.ts'
import { DAY_MS, HOUR_MS } from '#lib/platform/durations.ts'
import { DELETE_BATCH, deleteInBatches } from '#lib/platform/postgres/delete-in-batches.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { oneAtATime } from '#lib/platform/postgres/one-at-a-time.ts'
import { LOOK_UP_IN_INDEXES } from '#lib/platform/postgres/run-pipeline.ts'
import { ADVISORY_LOCKS } from '#lib/zaaksysteem/advisory-locks.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { KEEP_SIGNALERINGEN_MS, PURGE_SIGNALERINGEN } from '#lib/zaaksysteem/signalering/holds.ts'

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
async function purgePayloads(
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

/** The time that statistics are kept: one hour more than the chart shows. */
const KEEP_STATISTIEK_MS = 25 * HOUR_MS
const KEEP_IDEMPOTENTIE_MS = DAY_MS
const KEEP_HANDSHAKE_MS = DAY_MS
/** For a selection of zaken whose bulkopdracht was not started. */
const KEEP_BULKKEUZE_MS = DAY_MS

/** The primary key begins with the abonnement, so each abonnement is looked up. */
const PURGE_STATISTIEK = `
  delete from bezorgstatistiek where (abonnement_id, begin) in (
    select old.abonnement_id, old.begin
    from abonnement cross join lateral (
      select abonnement_id, begin from bezorgstatistiek
      where abonnement_id = abonnement.id and begin < $1
      order by begin limit $2::int
    ) old
    limit $2::int
  )`

const PURGE_IDEMPOTENTIE = `
  delete from idempotentie where (client, sleutel) in (
    select client, sleutel from idempotentie where aangemaakt_op < $1 order by aangemaakt_op limit $2::int
  )`

/** Reads all handshakes, whose number per client is limited. */
const PURGE_HANDSHAKES = `
  delete from handshake where id in (select id from handshake where klaar_op < $1 limit $2::int)`

/** A function of the owner, because the application may not delete auditregels itself. */
const PURGE_AUDITREGELS = 'select verwijder_oude_auditregels($1, $2)'

/** Reads the whole table: people order bulkopdrachten, so there are few. */
const PURGE_BULKKEUZES = `
  delete from bulkopdracht where id in (
    select id from bulkopdracht where gestart_op is null and aangemaakt_op < $1 limit $2::int
  )`
const PURGE_BULKOPDRACHTEN = `
  delete from bulkopdracht where id in (select id from bulkopdracht where klaar_op < $1 limit $2::int)`
const PURGE_HERBEREKENINGEN = `
  delete from herberekening where id in (
    select id from herberekening where aangevraagd_op < $1 and (gestart_op is null or klaar_op is not null) limit $2::int
  )`

/** Deletes events about abonnementen with their bezorgingen; they are not in the log. */
const PURGE_VOORVALLEN = `
  delete from gebeurtenis where id in (
    select id from gebeurtenis where sequence < 0 and vastgelegd_op < $1 order by sequence limit $2::int
  )`

const PURGES = [
  { statement: PURGE_STATISTIEK, keepMs: KEEP_STATISTIEK_MS },
  { statement: PURGE_IDEMPOTENTIE, keepMs: KEEP_IDEMPOTENTIE_MS },
  { statement: PURGE_HANDSHAKES, keepMs: KEEP_HANDSHAKE_MS },
  { statement: PURGE_SIGNALERINGEN, keepMs: KEEP_SIGNALERINGEN_MS },
  { statement: PURGE_AUDITREGELS, keepMs: KEEP_AUDITREGELS_MS },
  { statement: PURGE_BULKKEUZES, keepMs: KEEP_BULKKEUZE_MS },
]

/**
 * Deletes data older than ZAAKSYSTEEM_BEWAARTERMIJN_DAGEN: attempts, payloads of events, and events about
 * abonnementen. Also deletes finished bulkopdrachten and herberekeningen, whose input may hold personal text;
 * the audittrail keeps who did what.
 *
 * An undelivered event stays, with its attempts. Statistics, handshakes, responses to an Idempotency-Key and
 * selections for a bulkopdracht are deleted after about a day, auditregels after KEEP_AUDITREGELS_MS.
 * Signaleringen that were seen or no longer hold are deleted after KEEP_SIGNALERINGEN_MS.
 */
export async function purgeExpired(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'log' | 'once'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  await oneAtATime(ctx.pool, ADVISORY_LOCKS.purge, async () => {
    const before = (ms: number) => new Date(ctx.clock().getTime() - ms)
    const term = before(ctx.env.ZAAKSYSTEEM_BEWAARTERMIJN_DAGEN * DAY_MS)
    for (const { statement, keepMs } of PURGES) {
      await deleteInBatches(ctx.pool, { statement, values: [before(keepMs), DELETE_BATCH], signal })
    }
    for (const statement of [PURGE_BULKOPDRACHTEN, PURGE_HERBEREKENINGEN, PURGE_VOORVALLEN]) {
      await deleteInBatches(ctx.pool, { statement, values: [term, DELETE_BATCH], signal })
    }
    await purgePayloads(ctx, { term, signal })
  })
}
