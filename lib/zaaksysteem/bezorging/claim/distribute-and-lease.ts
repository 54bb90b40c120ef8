import { randomUUID } from 'node:crypto'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import {
  BEGIN_DISTRIBUTION,
  distributeSql,
  distributionStatement,
  distributionValues,
} from '../../outbox/distribute-gebeurtenissen.ts'
import { type Claim, claimedColumns, claimStatement, type FreePlaces, HAS_DUE, toClaim } from './claim-bezorgingen.ts'
import { LEASE, LEASED, NOW } from './limits.ts'

/** Counts the bezorgingen of an abonnement under way in a lane. */
const underWay = (lane: string) => `(
      select count(*) from (
        select from bezorging
        where abonnement_id = abonnement.id and status = 'wachtend' and ${lane} and ${LEASED}
        order by volgende_poging
        limit max_gelijktijdig
      ) leased
    )`

/**
 * Parameters after those of `distributeSql`: $4 id of the lease; $5 most bezorgingen; $6 number under way by
 * abonnement (JSON); $7 slow abonnementen (JSON).
 *
 * Leases only what a claim would take anyway: as much as the window has room for, of an abonnement without a
 * rate, other due bezorgingen, an open circuit or a slow sink. New events must fit into half of the free
 * places, so that no abonnement holds more than stay free. Locks abonnementen as a claim does.
 */
const DISTRIBUTE_AND_LEASE = distributeSql(
  `select (select count(*)::int from fresh) as distributed,
     (select count(*) from planned where is_due and not is_leased) > 0 as "meerTeDoen", ${claimedColumns('false')}
   from (select) as one
   left join (
     (select * from made where lease_id is not null) as leased
     join abonnement on abonnement.id = any (array[leased.abonnement_id])
   ) on true
   order by leased.sequence`,
  {
    parts: `, room as materialized (
    select id, max_gelijktijdig - ${underWay('not herhaling and volgende_poging is not null')}
      - ${underWay(`herhaling and volgende_poging <= ${NOW}`)} as places
    from abonnement
    where id = any (array(select abonnement_id from placed where is_due)) and status = 'actief'
      and toegestane_rate is null and circuit_open_tot is null and not $7::jsonb ? id::text
      and coalesce(($6::jsonb ->> id::text)::int, 0) + (select count(*) from placed where is_due) <= $5::int / 2
      and not ${HAS_DUE}
    for no key update of abonnement skip locked
  ), rooms as materialized (
    select jsonb_object_agg(id, places) as places from room
  )`,
    places: '((select places from rooms) ->> abonnement_id::text)::int',
    id: '$4',
    until: `${NOW} + ${LEASE}`,
  },
)

/**
 * Makes the bezorgingen of new events and leases them in the same write; a claim would write each row again.
 * Older bezorgingen, and abonnementen that need more than a look at their own row, are left to
 * `claimBezorgingen`.
 */
export async function distributeAndLease(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock'>,
  { limit, inFlight = new Map(), slow }: FreePlaces,
): Promise<{ distributed: number } & Claim> {
  const sending = JSON.stringify(Object.fromEntries(inFlight))
  const values = [
    ...distributionValues(ctx),
    randomUUID(),
    `${limit}`,
    sending,
    JSON.stringify(Object.fromEntries(slow?.inTurn ?? [])),
  ]
  const statement = { name: 'distribute_and_lease', text: DISTRIBUTE_AND_LEASE, values }
  const [rows = []] = await runPipeline(ctx.pool, [statement], BEGIN_DISTRIBUTION)
  return { distributed: rows[0]?.distributed, ...toClaim(ctx, rows) }
}

/**
 * Runs `distributeGebeurtenissen` and `claimBezorgingen` in one round trip and commit, so that a change
 * reaches its sink sooner.
 */
export async function distributeAndClaim(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock'>,
  places: FreePlaces,
): Promise<{ distributed: number } & Claim> {
  const statements = [distributionStatement(ctx), claimStatement(ctx.clock, places)]
  const [distributions = [], rows = []] = await runPipeline(ctx.pool, statements, BEGIN_DISTRIBUTION)
  return { distributed: distributions[0]?.distributed, ...toClaim(ctx, rows) }
}
