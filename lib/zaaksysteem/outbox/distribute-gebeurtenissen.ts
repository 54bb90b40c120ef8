import type pg from 'pg'
import { EINDSTATUS } from '#lib/contract/zaak-event.ts'
import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import {
  type Beginning,
  COMMIT_WITHOUT_WAITING,
  LOOK_UP_IN_INDEXES,
  runPipeline,
  type Statement,
} from '#lib/platform/postgres/run-pipeline.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import { clientRights, clientsOfEnvironment, IN_CLIENT_RIGHTS, zaaktypeOf } from '../api/api-client.ts'
import type { ZaaksysteemContext } from '../context.ts'

/** The most events that one call takes. */
export const DISTRIBUTION_BATCH = 1000

/**
 * Held while deciding which bezorging of a zaak goes first. Distributing and replays hold it exclusively,
 * recording attempts shares it (`LOCK_RECORDING`). The deciding statement comes after the one that takes the
 * lock: its snapshot begins with that statement, so it sees all that the previous holder committed.
 */
const LOCK_ORDER: Beginning = { name: 'lock_order', select: `pg_advisory_xact_lock(${ADVISORY_LOCKS.order})` }

/**
 * For a transaction of several round trips. All bezorgingen wait for its end, so it must read no table as a
 * whole.
 */
export async function lockOrder(client: pg.PoolClient): Promise<void> {
  await client.query(`${LOOK_UP_IN_INDEXES}; select ${LOCK_ORDER.select}`)
}

/** Fragments that lease due bezorgingen as they are made, for the worker that sends them at once. */
type Leasing = {
  /** common table expressions that `places` needs; they read `placed` */
  parts: string
  /** the number of due bezorgingen of `placed.abonnement_id` that are leased */
  places: string
  id: string
  until: string
}

const NO_LEASING: Leasing = { parts: '', places: '0', id: 'null', until: 'null' }

/** The attributes that filters can match. `omgekeerd` holds them reversed, for suffix. */
const ATTRIBUTES = {
  type: 'type',
  subject: 'zaak_id::text',
  zaaktype: 'zaaktype',
  nieuweStatus: 'nieuwe_status',
  eindstatus: 'eindstatus',
}
const object = (of: (column: string) => string) =>
  Object.entries(ATTRIBUTES)
    .map(([name, column]) => `'${name}', ${of(column)}`)
    .join(', ')
/**
 * Absent attributes are left out, because in jsonpath `starts with` on a null is unknown, and so is its
 * negation.
 */
const KENMERKEN = `jsonb_strip_nulls(jsonb_build_object(${object((column) => column)},
  'omgekeerd', jsonb_build_object(${object((column) => `reverse(${column})`)})))`

/**
 * Parameters: now, most events, and `clientsOfEnvironment`. An abonnement gets only events that its client
 * may read now. One that is gepauzeerd or uitgeschakeld, or whose client may read nothing any more, gets its
 * bezorgingen as overgeslagen. Only the first waiting bezorging of each zaak is due; when it ends,
 * PROMOTE_NEXT makes the next one due.
 *
 * Other transactions wait for the lock meanwhile, so filters must cost less than bezorgingen: a trigger
 * compiles them to a jsonpath. A long one is stored compressed, and each evaluation would decompress it
 * again; an array holds a decompressed copy. OFFSET keeps the events in the inner loop, so that each copy and
 * each body is read once.
 *
 * @param select the result, from the events (`fresh`) and the bezorgingen (`planned`, and as inserted:
 * `made`)
 */
export const distributeSql = (select: string, leasing: Leasing = NO_LEASING) => `
  with cursor as materialized (
    select max(tot_sequence) as tot_sequence from verspreiding
  ), fresh as materialized (
    select id, zaak_id, type, sequence, body from gebeurtenis
    where sequence > (select tot_sequence from cursor) order by sequence limit $2
  ), interested as materialized (
    select abonnement.id as abonnement_id, abonnement.types, filters = '[]' as all_events,
           (array[filterpad])[1] as filterpad,
           status = 'actief' as is_actief, ${clientRights({ now: '$1', clients: '$3' })}
    from abonnement left join api_client on api_client.naam = abonnement.client
    where status in ('actief', 'gepauzeerd', 'uitgeschakeld')
  ), described as materialized (
    select fresh.id, zaak_id, type, sequence, zaaktype,
           case when (select bool_or(not all_events) from interested) then ${KENMERKEN} end as kenmerken
    from fresh cross join lateral (select ${zaaktypeOf('fresh.zaak_id')} as zaaktype) of_zaak
    cross join lateral (
      select event #>> '{data,nieuweStatus}' as nieuwe_status, event ->> '${EINDSTATUS}' as eindstatus
      from (select case when (select bool_or(not all_events) from interested) then body::jsonb end as event offset 0) read
      offset 0
    ) verteld
  ), wanted as (
    select interested.abonnement_id, is_actief and client_open as actief, matching.*,
           row_number() over (partition by interested.abonnement_id, zaak_id order by sequence) as plaats
    from interested
    cross join lateral (
      select id, zaak_id, sequence from described
      where (coalesce(cardinality(interested.types), 0) = 0 or type = any (interested.types))
        and ${IN_CLIENT_RIGHTS}
        and (interested.all_events or kenmerken @@ interested.filterpad)
      offset 0
    ) matching
  ), placed as materialized (
    select *, actief and plaats = 1 and (
      select earlier.sequence from bezorging earlier
      where earlier.status = 'wachtend' and earlier.abonnement_id = wanted.abonnement_id
        and earlier.zaak_id = wanted.zaak_id
      limit 1
    ) is null as is_due
    from wanted
  )${leasing.parts}, planned as materialized (
    select *, is_due and coalesce(
      count(*) filter (where is_due) over (partition by abonnement_id order by sequence) <= ${leasing.places}, false
    ) as is_leased
    from placed
  ), made as (
    insert into bezorging (abonnement_id, gebeurtenis_id, zaak_id, sequence, status, volgende_poging, afgerond_op,
      lease_id, lease_tot)
    select abonnement_id, id, zaak_id, sequence,
           case when actief then 'wachtend' else 'overgeslagen' end::bezorging_status,
           case when is_due then $1::timestamptz end, case when not actief then $1::timestamptz end,
           case when is_leased then ${leasing.id}::uuid end, case when is_leased then ${leasing.until} end::timestamptz
    from planned
    order by sequence
    returning *
  ), moved as (
    update verspreiding set tot_sequence = (select max(sequence) from fresh)
    where tot_sequence = (select tot_sequence from cursor) and (select count(*) from fresh) > 0
  )
  ${select}`

/** The statements that begin a transaction that makes bezorgingen. */
export const BEGIN_DISTRIBUTION: readonly Beginning[] = [COMMIT_WITHOUT_WAITING, LOCK_ORDER]

/** The first parameters of `distributeSql`. */
export function distributionValues({ env, clock }: Pick<ZaaksysteemContext, 'env' | 'clock'>): string[] {
  return [sqlNow(clock), `${DISTRIBUTION_BATCH}`, clientsOfEnvironment(env)]
}

const DISTRIBUTE = distributeSql('select count(*)::int as distributed from fresh')

/** Returns one row, with the number of events as `distributed`. */
export function distributionStatement(ctx: Pick<ZaaksysteemContext, 'env' | 'clock'>): Statement {
  return { name: 'distribute_gebeurtenissen', text: DISTRIBUTE, values: distributionValues(ctx) }
}

/**
 * Makes one bezorging of each new event for each abonnement that wants it. Events are numbered in commit
 * order, so all after the last one taken are new.
 *
 * @returns the number of events taken, at most one batch
 */
export async function distributeGebeurtenissen(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock'>,
): Promise<number> {
  const [rows] = await runPipeline(ctx.pool, [distributionStatement(ctx)], BEGIN_DISTRIBUTION)
  return rows?.[0]?.distributed
}
