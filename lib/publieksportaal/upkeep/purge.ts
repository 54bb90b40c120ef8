import { KEEP_AUDITREGELS_MS } from '#lib/platform/audit/with-auditregels.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import { DELETE_BATCH, deleteInBatches } from '#lib/platform/postgres/delete-in-batches.ts'
import type { PublieksportaalContext } from '../context.ts'
import { KEEP_MAILS_MS } from '../mail/bounce/read-bounces.ts'

type Purge = {
  /** $1: rows from before this moment go; $2: so many at once */
  statement: string
  keepMs: number | 'bewaartermijn'
}

/** How long each table keeps its rows. Burgers, who may still have zaken then, have a purge of their own. */
const PURGES = {
  auditregel: {
    statement: `
      delete from auditregel where id in (
        select id from auditregel where tijdstip < $1 order by tijdstip, id limit $2::int
      )`,
    keepMs: KEEP_AUDITREGELS_MS,
  },
  afwijzing: {
    statement: `
      delete from afwijzing where id in (
        select id from afwijzing where tijdstip < $1 order by tijdstip, id limit $2::int
      )`,
    keepMs: 'bewaartermijn',
  },
  afwijzing_telling: {
    statement: `
      delete from afwijzing_telling where (minuut, reden, bron) in (
        select minuut, reden, bron from afwijzing_telling where minuut < $1 order by minuut limit $2::int
      )`,
    keepMs: 'bewaartermijn',
  },
  /** A zaak that was removed is kept until every open page has been told. A page that was away for longer reads everything again. */
  verwijderde_zaak: {
    statement: `
      delete from verwijderde_zaak where (burger_id, id) in (
        select burger_id, id from verwijderde_zaak where verwijderd_op < $1 order by verwijderd_op limit $2::int
      )`,
    keepMs: DAY_MS,
  },
  /**
   * Those that nobody confirmed, and what is left of removed ones: longer than a link works, and than the requests of a citizen are
   * counted.
   */
  emailadres: {
    statement: `
      delete from emailadres where burger_id = any (array(
        select burger_id from emailadres where bevestigd_op is null and verzoeken_sinds < $1
        order by verzoeken_sinds limit $2::int
      ))`,
    keepMs: 7 * DAY_MS,
  },
  /** Addresses that were to take the place of another, and that nobody confirmed. */
  nieuw_emailadres: {
    statement: `
      delete from nieuw_emailadres where burger_id = any (array(
        select burger_id from nieuw_emailadres where gevraagd_op < $1 order by gevraagd_op limit $2::int
      ))`,
    keepMs: 7 * DAY_MS,
  },
  /** A calendar program fetches each day. Who goes a year without has forgotten the address, wherever it lies. */
  agenda: {
    statement: `
      delete from agenda where burger_id = any (array(
        select burger_id from agenda where opgehaald_op < $1 order by opgehaald_op limit $2::int
      ))`,
    keepMs: 365 * DAY_MS,
  },
  /** Texts are made better within a year, or not at all. */
  duidelijkheid: {
    statement: `
      delete from duidelijkheid where id = any (array(
        select id from duidelijkheid where dag < $1::timestamptz::date order by dag, id limit $2::int
      ))`,
    keepMs: 365 * DAY_MS,
  },
  /** Doors that are closed. */
  proefdeur: {
    statement: `
      delete from proefdeur where id = any (array(
        select id from proefdeur where vervalt_op < $1 order by vervalt_op limit $2::int
      ))`,
    keepMs: 0,
  },
  /** Mails that will not come back any more. */
  verzonden_mail: {
    statement: `
      delete from verzonden_mail where id = any (array(
        select id from verzonden_mail where verzonden_op < $1 order by verzonden_op limit $2::int
      ))`,
    keepMs: KEEP_MAILS_MS,
  },
} satisfies Record<string, Purge>

type PurgedTable = keyof typeof PURGES
export const PURGED_TABLES = Object.keys(PURGES) as PurgedTable[]

/** Deletes what a table has kept for long enough, in small batches. */
export async function purge(
  { env, pool, clock }: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock'>,
  table: PurgedTable,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  const { statement, keepMs }: Purge = PURGES[table]
  const kept = keepMs === 'bewaartermijn' ? env.PUBLIEKSPORTAAL_BEWAARTERMIJN_DAGEN * DAY_MS : keepMs
  const before = new Date(clock().getTime() - kept)
  await deleteInBatches(pool, { statement, values: [before, DELETE_BATCH], signal })
}
