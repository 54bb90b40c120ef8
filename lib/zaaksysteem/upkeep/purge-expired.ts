import { KEEP_AUDITREGELS_MS } from '#lib/platform/audit/with-auditregels.ts'
import { DAY_MS, HOUR_MS } from '#lib/platform/durations.ts'
import { DELETE_BATCH, deleteInBatches } from '#lib/platform/postgres/delete-in-batches.ts'
import { oneAtATime } from '#lib/platform/postgres/one-at-a-time.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { KEEP_SIGNALERINGEN_MS, PURGE_SIGNALERINGEN } from '../signalering/holds.ts'
import { purgePayloads } from './purge-payloads.ts'

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
