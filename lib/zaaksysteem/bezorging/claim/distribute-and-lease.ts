import { randomUUID } from 'node:crypto'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import {
  BEGIN_DISTRIBUTION,
  distributeSql,
  distributionStatement,
  distributionValues,
} from '../../outbox/distribute-gebeurtenissen.ts'
import {
  type Claim,
  claimedColumns,
  claimStatement,
  type FreePlaces,
  HAS_DUE,
  ROOM_IN_WINDOW,
  toClaim,
} from './claim-bezorgingen.ts'
import { LEASE, NOW } from './limits.ts'

// The parameters after those of `distributeSql`.
const LEASE_ID = '$4'
const MOST = '$5::int'
/** number under way in this worker by abonnement */
const UNDER_WAY = '$6::jsonb'
const SLOW = '$7::jsonb'

/** Leases only bezorgingen that a claim would take anyway. */
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
    parts: `,
  -- The places that are left in the window.
  room as materialized (
    select id, ${ROOM_IN_WINDOW} as places
    from abonnement
    -- An abonnement with a rate, an open circuit, a slow sink or other due bezorgingen is left to a claim.
    where id = any (array(select abonnement_id from placed where is_due)) and status = 'actief'
      and toegestane_rate is null and circuit_open_tot is null and not ${SLOW} ? id::text
      -- New events must fit into half of the free places: no abonnement may hold more than are still free.
      and coalesce((${UNDER_WAY} ->> id::text)::int, 0) + (select count(*) from placed where is_due) <= ${MOST} / 2
      and not ${HAS_DUE}
    -- Locks abonnementen as a claim does.
    for no key update of abonnement skip locked
  ),
  rooms as materialized (
    select jsonb_object_agg(id, places) as places from room
  )`,
    places: '((select places from rooms) ->> abonnement_id::text)::int',
    id: LEASE_ID,
    until: `${NOW} + ${LEASE}`,
  },
)

/**
 * Makes the bezorgingen of new events and leases them in the same write; a claim would write each row again.
 * Older bezorgingen, and abonnementen with limits besides their window, are left to `claimBezorgingen`.
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
