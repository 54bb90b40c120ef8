import { KEEP_AUDITREGELS_MS } from '#lib/platform/audit/with-auditregels.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import { DELETE_BATCH, deleteInBatches } from '#lib/platform/postgres/delete-in-batches.ts'
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
  /** Kept until every open page was told. A page that was away for longer reads everything again. */
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
