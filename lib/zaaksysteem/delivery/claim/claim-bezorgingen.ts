import { randomUUID } from 'node:crypto'
import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { runPipeline, type Statement } from '#lib/platform/postgres/run-pipeline.ts'
import type { GeheimRow } from '../../abonnement/geheim/geheim.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Contentmodus } from '../../generated/client.ts'

/** Longer than an attempt can last, so that no two workers send one delivery at the same time. */
export const LEASE_SECONDS = 30

/** A delivery that this process may send until its lease ends. */
export type ClaimedBezorging = {
  id: string
  leaseId: string
  /** attempts before this one; `rondeVanaf` of them belong to earlier rounds of the schedule */
  pogingen: number
  rondeVanaf: number
  herhaling: boolean
  handmatig: boolean
  /** must be sent by itself: the sink refused the content of the request that its last attempt was in */
  alleen: boolean
  gebeurtenisId: string
  zaakId: string
  abonnementId: string
  sink: string
  credentialtype: Credentialtype
  contentmodus: Contentmodus
  herhaalschema: number[]
  /** encrypted; empty for a credentialtype without secrets */
  geheimen: GeheimRow[]
  body: string
}

/** `limit`: how many deliveries a worker can take; `inFlight`: how many of each abonnement it is sending. */
export type FreePlaces = { limit: number; inFlight?: ReadonlyMap<string, number> }

/** Statuses that refuse the content of a request, which would be refused again however often it is sent. */
export const REFUSED_FOR_CONTENT = [400, 413, 415, 422]

/** How many may go at once: what is allowed per second, two for 120 a minute. A quiet minute saves up no more. */
const RATE_BURST = 'greatest(1, toegestane_rate / 60)'
const RATE_INTERVAL = "(interval '1 minute' / toegestane_rate)"

/** With the ORDER BY the planner reads an index. Without, it expects LIMIT 1 to hit early and scans sequentially. */
const firstFree = (lane: string) => `(
        select volgende_poging from bezorging
        where abonnement_id = abonnement.id and status = 'wachtend' and ${lane} and volgende_poging <= $1
          and (lease_tot is null or lease_tot <= $1)
        order by volgende_poging
        limit 1
      )`

/**
 * Parameters: now, how many at most, how many this worker is sending by abonnement (JSON), the id of the lease.
 *
 * A worker locks the abonnementen that it claims for; other workers skip those. Per abonnement only a window, its first
 * `max_gelijktijdig` due deliveries, may be under way. Up to half of it is kept for retries that are due. A leased
 * delivery keeps its `volgende_poging`, and so its place at the head, until its attempt is recorded: leasing changes no
 * index, and nothing behind the window is read or counted.
 *
 * Scalar and lateral subqueries with a LIMIT are planned as one index look-up each; EXISTS or a join can be planned as
 * a scan of the whole backlog.
 */
const CLAIM_BEZORGINGEN = `
  with served as (
    select id, max_gelijktijdig,
           least(
             case when circuit_open_tot is null then max_gelijktijdig else 1 end,
             case when toegestane_rate is null then max_gelijktijdig else floor(
               ${RATE_BURST} - extract(epoch from greatest(rate_volgende - $1, '0')) / extract(epoch from ${RATE_INTERVAL})
             ) end,
             $2 - coalesce(($3::jsonb ->> id::text)::int, 0)
           ) as places
    from abonnement
    where status = 'actief' and toegestane_rate is distinct from 0 and (circuit_open_tot is null or circuit_open_tot <= $1)
      and coalesce(${firstFree('not herhaling')}, ${firstFree('herhaling')}) is not null
    for no key update skip locked
  ), lane as (
    select served.id as abonnement_id, due.*, lane_size.places as lane_places,
           least(served.places, served.max_gelijktijdig - sum(due.leased::int) over (partition by served.id)) as places,
           sum(due.leased::int) over (partition by served.id, due.herhaling) as lane_leased,
           row_number() over (partition by served.id, due.herhaling, due.leased order by due.volgende_poging) as lane_plaats
    from served
    cross join lateral (
      select count(*) as retries from (
        select from bezorging
        where abonnement_id = served.id and status = 'wachtend' and herhaling and volgende_poging <= $1
        limit served.max_gelijktijdig / 2
      ) retry
    ) waiting
    cross join lateral (
      values (false, served.max_gelijktijdig - waiting.retries), (true, greatest(served.max_gelijktijdig / 2, 1))
    ) as lane_size (herhaling, places)
    cross join lateral (
      select id, herhaling, volgende_poging, coalesce(lease_tot > $1, false) as leased
      from bezorging
      where abonnement_id = served.id and status = 'wachtend' and herhaling = lane_size.herhaling
        and volgende_poging <= $1
      order by volgende_poging
      limit served.max_gelijktijdig
    ) due
  ), candidate as (
    select id, places, row_number() over (partition by abonnement_id order by herhaling, volgende_poging) as plaats
    from lane where not leased and lane_plaats <= lane_places - lane_leased
  ), chosen as (
    select id from candidate where plaats <= places order by plaats limit $2
  ), free as (
    select bezorging.id from chosen join bezorging on bezorging.id = chosen.id
    where bezorging.status = 'wachtend' and bezorging.volgende_poging <= $1
      and (bezorging.lease_tot is null or bezorging.lease_tot <= $1)
    for update of bezorging skip locked
  ), leased as (
    update bezorging set lease_id = $4, lease_tot = $1 + interval '${LEASE_SECONDS} seconds'
    from free where bezorging.id = free.id
    returning bezorging.*
  ), spent as (
    update abonnement
    set rate_volgende = greatest(rate_volgende, $1) + spending.count * ${RATE_INTERVAL},
        circuit_open_tot = case when circuit_open_tot is not null then $1 + interval '${LEASE_SECONDS} seconds' end
    from (select abonnement_id, count(*) from leased group by abonnement_id) spending
    where abonnement.id = spending.abonnement_id and (toegestane_rate is not null or circuit_open_tot is not null)
  )
  select leased.id, leased.lease_id as "leaseId", leased.pogingen, leased.ronde_vanaf as "rondeVanaf",
         leased.herhaling, leased.handmatig, leased.gebeurtenis_id as "gebeurtenisId", leased.zaak_id as "zaakId",
         leased.abonnement_id as "abonnementId", abonnement.sink, abonnement.credentialtype, abonnement.contentmodus,
         coalesce(abonnement.herhaalschema, '{}') as herhaalschema, gebeurtenis.body,
         case when abonnement.credentialtype in ('ACCESSTOKEN', 'STANDARDWEBHOOKS') then (
           select coalesce(json_agg(json_build_object(
             'id', id, 'versleuteld', versleuteld, 'sleutelId', sleutel_id, 'vervaltOp', vervalt_op
           ) order by aangemaakt_op desc), '[]')
           from geheim where abonnement_id = abonnement.id
         ) else '[]' end as geheimen,
         abonnement.contentmodus = 'batch' and leased.pogingen > 0 and coalesce((
           select http_status = any ('{${REFUSED_FOR_CONTENT}}') from bezorgpoging
           where bezorging_id = leased.id order by nummer desc limit 1
         ), false) as alleen
  from leased
  join gebeurtenis on gebeurtenis.id = leased.gebeurtenis_id
  join abonnement on abonnement.id = leased.abonnement_id
  order by leased.sequence`

export function claimStatement(now: Date, { limit, inFlight = new Map() }: FreePlaces): Statement {
  const values = [now.toISOString(), `${limit}`, JSON.stringify(Object.fromEntries(inFlight)), randomUUID()]
  return { name: 'claim_bezorgingen', text: CLAIM_BEZORGINGEN, values }
}

/**
 * Leases due deliveries, longest due first, spread evenly over the abonnementen. If a worker dies, its deliveries can
 * be claimed again when the leases end. A worker sends at most as many deliveries of one abonnement as it has places
 * free, so a slow sink fills at most half of it. While its circuit is open an abonnement gets nothing, afterwards one
 * delivery as a probe. Only an abonnement that is actief gets deliveries.
 */
export async function claimBezorgingen(
  { pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  places: FreePlaces,
): Promise<ClaimedBezorging[]> {
  const [claimed] = (await runPipeline(pool, [claimStatement(clock(), places)])) as [ClaimedBezorging[]]
  return claimed
}
