import { KEEP_AUDITREGELS_MS } from '#lib/platform/audit/with-auditregels.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import { DELETE_BATCH, deleteInBatches } from '#lib/platform/postgres/delete-in-batches.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { LOOK_UP_IN_INDEXES } from '#lib/platform/postgres/run-pipeline.ts'
import type { PublieksportaalContext } from '../context.ts'
import { KEEP_MAILS_MS } from '../mail/bounce/read-bounces.ts'

type Purge = {
  /** the columns that identify a row */
  key: string
  /** the indexed column with the start of the retention period */
  since: string
  /** restricts which of the rows from before $1 are deleted */
  only?: string
  /** $1 as the type of `since` */
  before?: string
  keepMs: number | 'bewaartermijn'
}

/** The retention of each table. Burgers may still have zaken, so `purgeBurgers` purges them. */
const PURGES = {
  auditregel: { key: 'id', since: 'tijdstip', keepMs: KEEP_AUDITREGELS_MS },
  afwijzing: { key: 'id', since: 'tijdstip', keepMs: 'bewaartermijn' },
  afwijzing_telling: { key: 'minuut, reden, bron', since: 'minuut', keepMs: 'bewaartermijn' },
  /** Kept until every open page was notified. A page that was away for longer reads everything again. */
  verwijderde_zaak: { key: 'burger_id, id', since: 'verwijderd_op', keepMs: DAY_MS },
  /** Unconfirmed or removed addresses: kept longer than a link works and than requests are counted. */
  emailadres: { key: 'burger_id', since: 'verzoeken_sinds', only: 'bevestigd_op is null', keepMs: 7 * DAY_MS },
  /** Unconfirmed addresses that were to replace another. */
  nieuw_emailadres: { key: 'burger_id', since: 'gevraagd_op', keepMs: 7 * DAY_MS },
  /** A calendar program fetches each day, so an agenda that was not fetched for a year is forgotten. */
  agenda: { key: 'burger_id', since: 'opgehaald_op', keepMs: 365 * DAY_MS },
  /** Ratings older than a year no longer improve a text. */
  duidelijkheid: { key: 'id', since: 'dag', before: '$1::timestamptz::date', keepMs: 365 * DAY_MS },
  /** Expired proefdeuren. */
  proefdeur: { key: 'id', since: 'vervalt_op', keepMs: 0 },
  /** Mails that can no longer bounce. */
  verzonden_mail: { key: 'id', since: 'verzonden_op', keepMs: KEEP_MAILS_MS },
} satisfies Record<string, Purge>

/** Parameters: the moment before which rows are deleted, and the batch size. */
function deleteOldest(table: PurgedTable): string {
  const { key, since, only = 'true', before = '$1' }: Purge = PURGES[table]
  const oldest = `select ${key} from ${table} where ${since} < ${before} and ${only} order by ${since} limit $2::int`
  return `delete from ${table} where ${key.includes(',') ? `(${key}) in (${oldest})` : `${key} = any (array(${oldest}))`}`
}

type PurgedTable = keyof typeof PURGES
export const PURGED_TABLES = Object.keys(PURGES) as PurgedTable[]

/** Deletes the rows of a table whose retention period is over, in small batches. */
export async function purge(
  { env, pool, clock }: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock'>,
  table: PurgedTable,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const { keepMs }: Purge = PURGES[table]
  const kept = keepMs === 'bewaartermijn' ? env.PUBLIEKSPORTAAL_BEWAARTERMIJN_DAGEN * DAY_MS : keepMs
  const before = new Date(clock().getTime() - kept)
  await deleteInBatches(pool, { statement: deleteOldest(table), values: [before, DELETE_BATCH], signal })
}

const BURGERS_A_BATCH = 500
/** A round runs every ten minutes, so a million burgers, all due after an upgrade, take four hours. */
const BATCHES_A_ROUND = 100

/** Only takes the locks, so that the next statement sees a zaak or a sign-in that came just before. */
const LOCK_DUE = `
  select id from burger where nakijken_op < $1 order by nakijken_op limit ${BURGERS_A_BATCH} for update skip locked`

const DELETE = `
  delete from burger where id = any($1::uuid[])
    and not exists (select from zaak where burger_id = burger.id)
    and not exists (select from sessie where burger_id = burger.id)
    and not exists (select from sessie where gemachtigde_id = burger.id)
    and not exists (select from vestiging where bedrijf_id = burger.id)`

/** Spreads the next checks over the second half of the term, so that they are not all due at once again. */
const LOOK_AGAIN = `
  update burger set nakijken_op = $2::timestamptz + (0.5 + random() / 2) * make_interval(days => $3::int)
  where id = any($1::uuid[])`

/**
 * Deletes burgers without zaken, vestigingen or a sign-in for PUBLIEKSPORTAAL_BEWAARTERMIJN_DAGEN. Checks
 * each burger at least once in that time. A burger who returns later gets a new row.
 */
export async function purgeBurgers(
  { env, pool, clock }: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  for (let batch = 0; batch < BATCHES_A_ROUND && !signal?.aborted; batch++) {
    const now = clock()
    const looked = await inTransaction(pool, async (client) => {
      await client.query(LOOK_UP_IN_INDEXES)
      const { rows } = await client.query<{ id: string }>(LOCK_DUE, [now])
      if (rows.length === 0) return 0
      const ids = rows.map(({ id }) => id)
      await client.query(DELETE, [ids])
      await client.query(LOOK_AGAIN, [ids, now, env.PUBLIEKSPORTAAL_BEWAARTERMIJN_DAGEN])
      return ids.length
    })
    if (looked < BURGERS_A_BATCH) return
  }
}
