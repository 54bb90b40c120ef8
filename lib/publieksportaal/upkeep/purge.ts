import { KEEP_AUDITREGELS_MS } from '#lib/platform/audit/with-auditregels.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import { DELETE_BATCH, deleteInBatches } from '#lib/platform/postgres/delete-in-batches.ts'
import type { PublieksportaalContext } from '../context.ts'
import { KEEP_MAILS_MS } from '../mail/bounce/read-bounces.ts'

type Purge = {
  /** of its rows */
  key: string
  /** the column, with an index, that says since when they are kept */
  since: string
  /** which of them go, of those from before $1 */
  only?: string
  /** $1 as the type of `since` */
  before?: string
  keepMs: number | 'bewaartermijn'
}

/** How long each table keeps its rows. Burgers, who may still have zaken then, have a purge of their own. */
const PURGES = {
  auditregel: { key: 'id', since: 'tijdstip', keepMs: KEEP_AUDITREGELS_MS },
  afwijzing: { key: 'id', since: 'tijdstip', keepMs: 'bewaartermijn' },
  afwijzing_telling: { key: 'minuut, reden, bron', since: 'minuut', keepMs: 'bewaartermijn' },
  /** A zaak that was removed is kept until every open page has been told. A page that was away for longer reads everything again. */
  verwijderde_zaak: { key: 'burger_id, id', since: 'verwijderd_op', keepMs: DAY_MS },
  /**
   * Those that nobody confirmed, and what is left of removed ones: longer than a link works, and than the requests of a citizen are
   * counted.
   */
  emailadres: { key: 'burger_id', since: 'verzoeken_sinds', only: 'bevestigd_op is null', keepMs: 7 * DAY_MS },
  /** Addresses that were to take the place of another, and that nobody confirmed. */
  nieuw_emailadres: { key: 'burger_id', since: 'gevraagd_op', keepMs: 7 * DAY_MS },
  /** A calendar program fetches each day. Who goes a year without has forgotten the address, wherever it lies. */
  agenda: { key: 'burger_id', since: 'opgehaald_op', keepMs: 365 * DAY_MS },
  /** Texts are made better within a year, or not at all. */
  duidelijkheid: { key: 'id', since: 'dag', before: '$1::timestamptz::date', keepMs: 365 * DAY_MS },
  /** Doors that are closed. */
  proefdeur: { key: 'id', since: 'vervalt_op', keepMs: 0 },
  /** Mails that will not come back any more. */
  verzonden_mail: { key: 'id', since: 'verzonden_op', keepMs: KEEP_MAILS_MS },
} satisfies Record<string, Purge>

/** $1: rows from before this moment go; $2: so many at once */
function deleteOldest(table: PurgedTable): string {
  const { key, since, only = 'true', before = '$1' }: Purge = PURGES[table]
  const oldest = `select ${key} from ${table} where ${since} < ${before} and ${only} order by ${since} limit $2::int`
  return `delete from ${table} where ${key.includes(',') ? `(${key}) in (${oldest})` : `${key} = any (array(${oldest}))`}`
}

type PurgedTable = keyof typeof PURGES
export const PURGED_TABLES = Object.keys(PURGES) as PurgedTable[]

/** Deletes what a table has kept for long enough, in small batches. */
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
