import { KEEP_AUDITREGELS_MS } from '#lib/platform/audit/with-auditregels.ts'
import { DAY_MS, HOUR_MS } from '#lib/platform/durations.ts'
import { DELETE_BATCH, deleteInBatches } from '#lib/platform/postgres/delete-in-batches.ts'
import { oneAtATime } from '#lib/platform/postgres/one-at-a-time.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { KEEP_SIGNALERINGEN_MS, PURGE_SIGNALERINGEN } from '../signalering/holds.ts'
import { purgePayloads } from './purge-payloads.ts'

/** How long statistics are kept: one hour more than the chart shows. */
const KEEP_STATISTIEK_MS = 25 * HOUR_MS
const KEEP_IDEMPOTENTIE_MS = DAY_MS
const KEEP_HANDSHAKE_MS = DAY_MS
/** A choice of zaken that was not started. */
const KEEP_BULKKEUZE_MS = DAY_MS

/** The primary key begins with the abonnement, so each is looked into. */
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

/** Reads all of them: how many a client may have is limited. */
const PURGE_HANDSHAKES = `
  delete from handshake where id in (select id from handshake where klaar_op < $1 limit $2::int)`

/** A function of the owner, because the application may not delete them itself. */
const PURGE_AUDITREGELS = 'select verwijder_oude_auditregels($1, $2)'

/** Read whole: people order them, so there are few. */
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

/** What was told of abonnementen, with its bezorgingen: it is in no log. */
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
 * Deletes what is older than ZAAKSYSTEEM_BEWAARTERMIJN_DAGEN: attempts with what was sent and answered, payloads of events,
 * what was told of abonnementen, and bulkopdrachten and herberekeningen that are ready, whose input may hold a text about somebody; who did what is in the audittrail. An event
 * that was not delivered stays, with its attempts. Statistics, handshakes, answers to an Idempotency-Key and choices for a
 * bulkopdracht are deleted after about a day, auditregels after KEEP_AUDITREGELS_MS, signaleringen that were seen or hold no
 * longer after KEEP_SIGNALERINGEN_MS.
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
