import { KEEP_HANDELINGEN_MS } from '#lib/platform/audit/with-handelingen.ts'
import { DAY_MS, HOUR_MS } from '#lib/platform/durations.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { oneAtATime } from '#lib/platform/postgres/one-at-a-time.ts'
import { LOOK_UP_IN_INDEXES } from '#lib/platform/postgres/run-pipeline.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { KEEP_SIGNALERINGEN_MS, PURGE_SIGNALERINGEN } from '../signalering/holds.ts'

const BATCH = 500
/** One hour more than the chart shows. */
const KEEP_STATISTIEK_MS = 25 * HOUR_MS
const KEEP_IDEMPOTENTIE_MS = DAY_MS
const KEEP_VERIFICATIE_MS = DAY_MS
/** A choice of zaken that was not started. */
const KEEP_BULKKEUZE_MS = DAY_MS

/** A replay checks under the exclusive side of this lock whether a payload is still there. */
const LOCK_ORDER_SHARED = `select pg_advisory_xact_lock_shared(${ADVISORY_LOCKS.order})`

/**
 * Reads the next events in order of insertion. Deletes the attempts of deliveries that were bezorgd before the term,
 * and the payload of an event if all of its deliveries were. Parameters: the term, and the volgorde to begin after.
 */
const PURGE_BATCH = `
  with looked_at as (
    select id, volgorde, vastgelegd_op from gebeurtenis
    where body is not null and volgorde > $2
    order by volgorde limit ${BATCH}
  ), old as (
    select id from looked_at where vastgelegd_op < $1
  ), delivery as (
    select bezorging.* from old cross join lateral (
      select gebeurtenis_id, id, coalesce(status = 'bezorgd' and afgerond_op < $1, false) as arrived
      from bezorging where gebeurtenis_id = old.id
      offset 0
    ) bezorging
  ), pogingen as (
    delete from bezorgpoging where bezorging_id = any (array(select id from delivery where arrived))
  ), payloads as (
    update gebeurtenis set event = null, body = null
    where id = any (array(
      select id from old except select gebeurtenis_id from delivery where not arrived
    ))
    returning gebeurtenis.id
  )
  select max(volgorde) as "lastVolgorde", count(*) = ${BATCH} and bool_and(vastgelegd_op < $1) as "moreToCome",
         (select count(*)::int from payloads) as purged
  from looked_at`

type Batch = { lastVolgorde: string; moreToCome: boolean; purged: number }

/**
 * Deletes what is older than ZAAKSYSTEEM_BEWAARTERMIJN_DAGEN: attempts with what was sent and answered, and the
 * payloads of events, and bulkopdrachten that are ready: who did what to which zaak is in the audittrail, but their input
 * may hold a text about somebody. An event that was not delivered stays, with its attempts. Statistics, handshakes, answers to an
 * Idempotency-Key and choices for a bulkopdracht are deleted after about a day, handelingen after KEEP_HANDELINGEN_MS, signaleringen that were seen
 * or hold no longer after KEEP_SIGNALERINGEN_MS.
 */
export async function purgeExpired(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'log'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  await oneAtATime(ctx.pool, ADVISORY_LOCKS.purge, async () => {
    const before = (ms: number) => new Date(ctx.clock().getTime() - ms)
    await ctx.pool.query('delete from bezorgstatistiek where begin < $1', [before(KEEP_STATISTIEK_MS)])
    await ctx.pool.query('delete from idempotentie where aangemaakt_op < $1', [before(KEEP_IDEMPOTENTIE_MS)])
    await ctx.pool.query('delete from verificatie where klaar_op < $1', [before(KEEP_VERIFICATIE_MS)])
    await ctx.pool.query(PURGE_SIGNALERINGEN, [before(KEEP_SIGNALERINGEN_MS)])
    await ctx.pool.query('select verwijder_oude_handelingen($1)', [before(KEEP_HANDELINGEN_MS)])

    const term = before(ctx.env.ZAAKSYSTEEM_BEWAARTERMIJN_DAGEN * DAY_MS)
    await ctx.pool.query('delete from bulkopdracht where gestart_op is null and aangemaakt_op < $1', [
      before(KEEP_BULKKEUZE_MS),
    ])
    await ctx.pool.query('delete from bulkopdracht where klaar_op < $1', [term])
    let purged = 0
    let after = '0'
    for (let more = true; more && !signal?.aborted; ) {
      const batch = await inTransaction(ctx.pool, async (client) => {
        await client.query(LOOK_UP_IN_INDEXES)
        await client.query(LOCK_ORDER_SHARED)
        return (await client.query<Batch>(PURGE_BATCH, [term, after])).rows[0] as Batch
      })
      purged += batch.purged
      after = batch.lastVolgorde
      more = batch.moreToCome
    }
    if (purged > 0) ctx.log.info({ count: purged }, 'Payloads older than the term were purged')
  })
}
