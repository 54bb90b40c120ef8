import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Credentialtype, Protocol } from '#lib/contract/abonnement-resource.ts'
import type { Clock } from '#lib/platform/clock.ts'
import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import { COMMIT_WITHOUT_WAITING, runPipeline, type Statement } from '#lib/platform/postgres/run-pipeline.ts'
import type { GeheimRow } from '../../abonnement/geheim/geheim.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Contentmodus } from '../../generated/client.ts'
import { eventText } from '../../outbox/event-text.ts'
import { SIGNING_KIDS } from '../../signing/signing-keys.ts'
import { MESSAGE_REFUSALS } from '../message-refusal.ts'
import { ALLOWED_PLACES, CIRCUIT_LETS_THROUGH, LEASE, LEASED, NOW, RATE_INTERVAL, RATE_USED_UNTIL } from './limits.ts'

/** A bezorging that this process may send until its lease ends. */
export type ClaimedBezorging = {
  id: string
  leaseId: string
  /** by the clock of the database, as every time that it is compared with */
  geclaimdOp: Date
  /** attempts before this one; `rondeVanaf` of them belong to earlier rounds of the schedule */
  pogingen: number
  rondeVanaf: number
  herhaling: boolean
  handmatig: boolean
  /** an earlier attempt was claimed and never recorded, so it may have reached the sink */
  hervat: boolean
  /** must be sent in a request of its own: the sink refused the content of the request of its last attempt */
  alleen: boolean
  gebeurtenisId: string
  zaakId: string
  abonnementId: string
  protocol: Protocol
  sink: string
  natsSubject: string
  natsStream: string | null
  credentialtype: Credentialtype
  contentmodus: Contentmodus
  herhaalschema: number[]
  /** version of the toegangsgegevens; 0 when the sink needs none */
  toegangVersie: number
  /** encrypted; empty when the credentialtype has no secrets over HTTP */
  geheimen: GeheimRow[]
  body: string
  /** result of SIGNING_KIDS */
  sleutels: string | null
}

/** The result of a claim. `meerTeDoen` is true when more is or may be due. */
export type Claim = { claimed: ClaimedBezorging[]; meerTeDoen: boolean }

/** The capacity that a worker has left. */
export type FreePlaces = {
  limit: number
  /** number of bezorgingen under way by abonnement */
  inFlight?: ReadonlyMap<string, number>
  /**
   * slow abonnementen, each with true when it can get places now; `limit` is the number of places for all of
   * them together
   */
  slow?: { inTurn: ReadonlyMap<string, boolean>; limit: number }
}

/**
 * Selects a ClaimedBezorging from the row `leased` and its abonnement.
 *
 * @param hervat SQL that is true when the bezorging was claimed before
 */
export const claimedColumns = (hervat: string) => `
  leased.id, leased.lease_id as "leaseId", leased.lease_tot - ${LEASE} as "geclaimdOp", leased.pogingen,
  leased.ronde_vanaf as "rondeVanaf", leased.herhaling, leased.handmatig, ${hervat} as hervat,
  leased.gebeurtenis_id as "gebeurtenisId", leased.zaak_id as "zaakId", leased.abonnement_id as "abonnementId",
  abonnement.protocol, abonnement.sink, abonnement.nats_subject as "natsSubject", abonnement.nats_stream as "natsStream",
  abonnement.credentialtype, abonnement.contentmodus, coalesce(abonnement.herhaalschema, '{}') as herhaalschema,
  abonnement.toegang_versie as "toegangVersie",
  (select body from gebeurtenis where id = leased.gebeurtenis_id) as body,
  case when abonnement.protocol = 'NATS' or abonnement.credentialtype in ('ACCESSTOKEN', 'STANDARDWEBHOOKS') then (
    select coalesce(json_agg(json_build_object(
      'id', id, 'versleuteld', versleuteld, 'sleutelId', sleutel_id, 'vervaltOp', vervalt_op
    ) order by aangemaakt_op desc), '[]')
    from geheim where abonnement_id = abonnement.id
  ) else '[]' end as geheimen,
  abonnement.contentmodus = 'batch' and leased.pogingen > 0 and coalesce((
    select http_status = any ('{${MESSAGE_REFUSALS}}') from bezorgpoging
    where bezorging_id = leased.id order by nummer desc limit 1
  ), false) as alleen,
  ${SIGNING_KIDS} as sleutels`

/** Conditions on the due bezorgingen of the two lanes. First attempts never wait for a time. */
const FIRST_ATTEMPTS = 'not herhaling and volgende_poging is not null'
const RETRIES = `herhaling and volgende_poging <= ${NOW}`

/**
 * The head of a lane of `abonnement`. With the ORDER BY the planner reads an index. Without, it expects LIMIT
 * to be reached early and scans sequentially.
 */
const headOf = (lane: string, { select, leased, limit }: { select: string; leased: boolean; limit: string }) => `
        select ${select} from bezorging
        where abonnement_id = abonnement.id and status = 'wachtend' and ${lane} and ${leased ? '' : 'not '}${LEASED}
        order by volgende_poging
        limit ${limit}`

const firstFree = (lane: string) =>
  `(${headOf(lane, { select: 'volgende_poging', leased: false, limit: '1' })}
      )`
const countUnderWay = (lane: string) => `(
      select count(*) from (${headOf(lane, { select: '', leased: true, limit: 'max_gelijktijdig' })}
      ) leased)`

/** True when an abonnement has a due bezorging, apart from limits on the abonnement as a whole. */
export const HAS_DUE = `coalesce(${firstFree(FIRST_ATTEMPTS)}, ${firstFree(RETRIES)}) is not null`

/** The number of bezorgingen for which the window of an abonnement has room left. */
export const ROOM_IN_WINDOW = `max_gelijktijdig - ${countUnderWay(FIRST_ATTEMPTS)} - ${countUnderWay(RETRIES)}`

// The parameters of the claim; the first is NOW.
const MOST = '$2::int'
/** number under way in this worker by abonnement */
const UNDER_WAY = '$3::jsonb'
const LEASE_ID = '$4'
/** slow abonnementen, with false for those not in turn */
const SLOW = '$5::jsonb'
const MOST_OF_SLOW = '$6'
const RETRIES_FIRST = '$7::boolean'

/**
 * The plan must not depend on what the tables held when it was made. A subquery in the order of an index with
 * a LIMIT is planned as a lookup in that index, and so is `= any (array(...))`. EXISTS, a join by plain
 * equality or a LIMIT alone can be planned as a scan of the whole backlog. So can a plain condition on the
 * status in `free`, because partial indexes have that condition.
 */
const CLAIM_BEZORGINGEN = `
  -- The abonnementen that have something due. Not all of them can be served now.
  with ready as materialized (
    select id from abonnement
    where status = 'actief' and toegestane_rate is distinct from 0
      and ${HAS_DUE}
  ),
  -- Those that may get places now: their rate, circuit and turn allow it.
  served as (
    select id, max_gelijktijdig, places, coalesce((${UNDER_WAY} ->> id::text)::int, 0) as held, ${SLOW} ? id::text as slow
    from abonnement
    cross join lateral (select ${ALLOWED_PLACES} as places) allowed
    where id = any (array(select id from ready)) and status = 'actief' and toegestane_rate is distinct from 0
      and ${CIRCUIT_LETS_THROUGH} and places > 0 and (${SLOW} ->> id::text) is distinct from 'false'
    -- Other workers skip the abonnementen that this one claims for.
    for no key update of abonnement skip locked
  ),
  -- The window of each abonnement in two lanes: first attempts, and retries.
  lane as (
    select served.id as abonnement_id, served.held, served.slow, due.*, lane_size.places as lane_places,
           least(served.places, served.max_gelijktijdig - sum(due.leased::int) over (partition by served.id)) as places,
           sum(due.leased::int) over (partition by served.id, due.herhaling) as lane_leased,
           count(*) over (partition by served.id, due.herhaling) >= served.max_gelijktijdig as is_full,
           row_number() over (partition by served.id, due.herhaling, due.leased order by due.volgende_poging, due.sequence) as lane_plaats
    from served
    -- Up to half of the window is kept for retries that are due.
    cross join lateral (
      select count(*) as retries from (
        select from bezorging
        where abonnement_id = served.id and status = 'wachtend' and herhaling and volgende_poging <= ${NOW}
        order by volgende_poging
        limit served.max_gelijktijdig / 2
      ) retry
    ) waiting
    -- First attempts never wait for a time.
    cross join lateral (
      values (false, served.max_gelijktijdig - waiting.retries, 'infinity'),
             (true, greatest(served.max_gelijktijdig / 2, 1), ${NOW})
    ) as lane_size (herhaling, places, until)
    -- The window of an abonnement is its first max_gelijktijdig due bezorgingen; only those may be under way.
    -- A leased bezorging keeps its place at the head until its attempt is recorded, so nothing behind the
    -- window is read or counted.
    cross join lateral (
      select id, herhaling, volgende_poging, sequence, ${LEASED} as leased
      from bezorging
      where abonnement_id = served.id and status = 'wachtend' and herhaling = lane_size.herhaling
        and volgende_poging <= lane_size.until
      -- Many are due at the same moment, so the sequence breaks ties. Otherwise their order would depend on
      -- the physical position of the rows. A leased row that moved to another page would then leave the
      -- window, and a waiting one would be taken too.
      order by volgende_poging, sequence
      limit served.max_gelijktijdig
    ) due
  ),
  -- The bezorgingen that fit into the places of their abonnement.
  candidate as (
    select id, volgende_poging, slow, held + plaats as held
    from (
      -- Retries and first attempts take turns. Which goes first is random for each claim, because a single
      -- free place would otherwise always go to the same kind.
      select *, row_number() over (
        partition by abonnement_id order by lane_plaats, herhaling <> ${RETRIES_FIRST}, volgende_poging
      ) as plaats
      from lane where not leased and lane_plaats <= lane_places - lane_leased
    ) queue
    where plaats <= places
  ),
  -- Slow abonnementen share a limit of their own, so they are also ranked among themselves.
  ranked as (
    select *, row_number() over (partition by slow order by held, volgende_poging) as class_plaats from candidate
  ),
  -- The places of this worker, divided over the abonnementen.
  chosen as (
    select id from (
      select id, held, row_number() over (order by held, volgende_poging) as taken
      from ranked where not slow or class_plaats <= ${MOST_OF_SLOW}
    ) queue
    -- Places go to the abonnement that holds fewest, and none may hold more than are still free. So n
    -- abonnementen with a backlog leave 1 / (n + 1) of the places free.
    where held <= ${MOST} - taken + 1
  ),
  -- Checked again on the locked row, because another worker may have taken it since the snapshot.
  free as (
    select bezorging.id, lease_id is not null as hervat from chosen join bezorging on bezorging.id = any (array[chosen.id])
    where not ${LEASED} and case
      when bezorging.status <> 'wachtend' then false
      when herhaling then volgende_poging <= ${NOW}
      else volgende_poging is not null end
    for update of bezorging skip locked
  ),
  leased as (
    update bezorging set lease_id = ${LEASE_ID}, lease_tot = ${NOW} + ${LEASE}
    where id = any (array(select id from free))
    returning *
  ),
  -- False only when nothing else is due: neither for an abonnement that is not served now, nor behind a
  -- window.
  rest as materialized (
    select (select count(*) from ready) > (select count(*) from served)
        or (select count(*) from lane where not leased) > (select count(*) from leased)
        or coalesce((select bool_or(is_full) from lane), false) as meer_te_doen
  ),
  -- Counts the claim against the rate. A probe keeps the circuit open until its lease ends.
  spent as (
    update abonnement
    set rate_volgende = ${RATE_USED_UNTIL} + spending.count * ${RATE_INTERVAL},
        circuit_open_tot = case when circuit_open_tot is not null then ${NOW} + ${LEASE} end,
        circuit_geopend_op = case when circuit_open_tot is not null then ${NOW} end
    from (select abonnement_id, count(*) from leased group by abonnement_id) spending
    where abonnement.id = any (array[spending.abonnement_id]) and (toegestane_rate is not null or circuit_open_tot is not null)
  )
  select ${claimedColumns('leased.id = any (array(select id from free where hervat))')}, meer_te_doen as "meerTeDoen"
  -- A row also when nothing was taken, because it holds meer_te_doen.
  from rest
  left join (leased join abonnement on abonnement.id = any (array[leased.abonnement_id])) on true
  order by leased.sequence`

type ClaimOptions = { random?: () => number }

export function claimStatement(
  clock: Clock,
  places: FreePlaces,
  { random = Math.random }: ClaimOptions = {},
): Statement {
  const { limit, inFlight = new Map(), slow } = places
  const values = [
    sqlNow(clock),
    `${limit}`,
    JSON.stringify(Object.fromEntries(inFlight)),
    randomUUID(),
    JSON.stringify(Object.fromEntries(slow?.inTurn ?? [])),
    `${slow?.limit ?? 0}`,
    `${random() < 0.5}`,
  ]
  return { name: 'claim_bezorgingen', text: CLAIM_BEZORGINGEN, values }
}

/**
 * Returns the claim in the rows of `claimStatement`. Each row repeats `meerTeDoen`; a row without an id holds
 * no bezorging.
 */
export function toClaim(ctx: Pick<ZaaksysteemContext, 'env'>, rows: pg.QueryResultRow[]): Claim {
  const claimed = rows
    .filter(({ id }) => id !== null)
    .map(({ meerTeDoen, distributed, body, ...bezorging }) => ({ ...bezorging, body: eventText(ctx, body) }))
  return { claimed: claimed as ClaimedBezorging[], meerTeDoen: rows[0]?.meerTeDoen }
}

/**
 * Leases due bezorgingen of abonnementen that are actief. If a worker dies, its bezorgingen can be claimed
 * again when the leases end. An abonnement with an open circuit gets nothing, and afterwards one bezorging as
 * a probe.
 *
 * @param options.random - a number from 0 up to 1, as `Math.random` gives
 */
export async function claimBezorgingen(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock'>,
  places: FreePlaces,
  options?: ClaimOptions,
): Promise<ClaimedBezorging[]> {
  const { pool, clock } = ctx
  const [rows = []] = await runPipeline(pool, [claimStatement(clock, places, options)], [COMMIT_WITHOUT_WAITING])
  return toClaim(ctx, rows).claimed
}
