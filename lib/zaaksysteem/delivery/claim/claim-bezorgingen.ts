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
  /** attempts before this one, and how many of them belong to earlier rounds of the schedule */
  pogingen: number
  rondeVanaf: number
  herhaling: boolean
  handmatig: boolean
  /** must not share a request: the last one that it was in was refused for what it held */
  alleen: boolean
  gebeurtenisId: string
  zaakId: string
  abonnementId: string
  sink: string
  credentialtype: Credentialtype
  contentmodus: Contentmodus
  herhaalschema: number[]
  /** encrypted; empty for a credentialtype without */
  geheimen: GeheimRow[]
  body: string
}

/** Free places of a worker: in all, and how many deliveries of each abonnement it has under way. */
export type FreePlaces = { limit: number; inFlight?: ReadonlyMap<string, number> }

/** What a sink answers to a request that holds something it cannot take, however often it is sent. */
export const REFUSED_FOR_CONTENT = [400, 413, 415, 422]

/** A sink that allows 120 a minute takes two at once, but no burst saved up over a quiet minute. */
const RATE_BURST = 'greatest(1, toegestane_rate / 60)'
const RATE_INTERVAL = "(interval '1 minute' / toegestane_rate)"

/** The ORDER BY is for the planner, which without it scans the table for a first that it expects to meet soon. */
const firstFree = (lane: string) => `(
        SELECT volgende_poging FROM bezorging
        WHERE abonnement_id = abonnement.id AND status = 'wachtend' AND ${lane} AND volgende_poging <= $1
          AND (lease_tot IS NULL OR lease_tot <= $1)
        ORDER BY volgende_poging
        LIMIT 1
      )`

/**
 * Parameters: now, how many at most, how many are under way here by abonnement (JSON), the lease's id.
 *
 * An abonnement is locked while one worker decides for it; others pass it by. Its places are a window: of its due
 * deliveries only the first so many may be under way, half of them kept for retries when there are any. What is leased
 * keeps its `volgende_poging`, and so its place at the head, until it is recorded: leasing writes no index and nothing
 * needs counting beyond the window, whatever waits behind it.
 *
 * Scalar and lateral subqueries with a LIMIT stay one look in an index each, where EXISTS or a join can be planned as
 * a scan of the whole backlog.
 */
const CLAIM_BEZORGINGEN = `
  WITH served AS (
    SELECT id, max_gelijktijdig,
           least(
             CASE WHEN circuit_open_tot IS NULL THEN max_gelijktijdig ELSE 1 END,
             CASE WHEN toegestane_rate IS NULL THEN max_gelijktijdig ELSE floor(
               ${RATE_BURST} - extract(epoch FROM greatest(rate_volgende - $1, '0')) / extract(epoch FROM ${RATE_INTERVAL})
             ) END,
             $2 - coalesce(($3::jsonb ->> id::text)::int, 0)
           ) AS places
    FROM abonnement
    WHERE status = 'actief' AND toegestane_rate IS DISTINCT FROM 0 AND (circuit_open_tot IS NULL OR circuit_open_tot <= $1)
      AND coalesce(${firstFree('NOT herhaling')}, ${firstFree('herhaling')}) IS NOT NULL
    FOR NO KEY UPDATE SKIP LOCKED
  ), lane AS (
    SELECT served.id AS abonnement_id, due.*, lane_size.places AS lane_places,
           least(served.places, served.max_gelijktijdig - sum(due.leased::int) OVER (PARTITION BY served.id)) AS places,
           sum(due.leased::int) OVER (PARTITION BY served.id, due.herhaling) AS lane_leased,
           row_number() OVER (PARTITION BY served.id, due.herhaling, due.leased ORDER BY due.volgende_poging) AS lane_plaats
    FROM served
    CROSS JOIN LATERAL (
      SELECT count(*) AS retries FROM (
        SELECT FROM bezorging
        WHERE abonnement_id = served.id AND status = 'wachtend' AND herhaling AND volgende_poging <= $1
        LIMIT served.max_gelijktijdig / 2
      ) retry
    ) waiting
    CROSS JOIN LATERAL (
      VALUES (false, served.max_gelijktijdig - waiting.retries), (true, greatest(served.max_gelijktijdig / 2, 1))
    ) AS lane_size (herhaling, places)
    CROSS JOIN LATERAL (
      SELECT id, herhaling, volgende_poging, coalesce(lease_tot > $1, false) AS leased
      FROM bezorging
      WHERE abonnement_id = served.id AND status = 'wachtend' AND herhaling = lane_size.herhaling
        AND volgende_poging <= $1
      ORDER BY volgende_poging
      LIMIT served.max_gelijktijdig
    ) due
  ), candidate AS (
    SELECT id, places, row_number() OVER (PARTITION BY abonnement_id ORDER BY herhaling, volgende_poging) AS plaats
    FROM lane WHERE NOT leased AND lane_plaats <= lane_places - lane_leased
  ), chosen AS (
    SELECT id FROM candidate WHERE plaats <= places ORDER BY plaats LIMIT $2
  ), free AS (
    SELECT bezorging.id FROM chosen JOIN bezorging ON bezorging.id = chosen.id
    WHERE bezorging.status = 'wachtend' AND bezorging.volgende_poging <= $1
      AND (bezorging.lease_tot IS NULL OR bezorging.lease_tot <= $1)
    FOR UPDATE OF bezorging SKIP LOCKED
  ), leased AS (
    UPDATE bezorging SET lease_id = $4, lease_tot = $1 + interval '${LEASE_SECONDS} seconds'
    FROM free WHERE bezorging.id = free.id
    RETURNING bezorging.*
  ), spent AS (
    UPDATE abonnement
    SET rate_volgende = greatest(rate_volgende, $1) + spending.count * ${RATE_INTERVAL},
        circuit_open_tot = CASE WHEN circuit_open_tot IS NOT NULL THEN $1 + interval '${LEASE_SECONDS} seconds' END
    FROM (SELECT abonnement_id, count(*) FROM leased GROUP BY abonnement_id) spending
    WHERE abonnement.id = spending.abonnement_id AND (toegestane_rate IS NOT NULL OR circuit_open_tot IS NOT NULL)
  )
  SELECT leased.id, leased.lease_id AS "leaseId", leased.pogingen, leased.ronde_vanaf AS "rondeVanaf",
         leased.herhaling, leased.handmatig, leased.gebeurtenis_id AS "gebeurtenisId", leased.zaak_id AS "zaakId",
         leased.abonnement_id AS "abonnementId", abonnement.sink, abonnement.credentialtype, abonnement.contentmodus,
         coalesce(abonnement.herhaalschema, '{}') AS herhaalschema, gebeurtenis.body,
         CASE WHEN abonnement.credentialtype IN ('ACCESSTOKEN', 'STANDARDWEBHOOKS') THEN (
           SELECT coalesce(json_agg(json_build_object(
             'id', id, 'versleuteld', versleuteld, 'sleutelId', sleutel_id, 'vervaltOp', vervalt_op
           ) ORDER BY aangemaakt_op DESC), '[]')
           FROM geheim WHERE abonnement_id = abonnement.id
         ) ELSE '[]' END AS geheimen,
         abonnement.contentmodus = 'batch' AND leased.pogingen > 0 AND coalesce((
           SELECT http_status = ANY ('{${REFUSED_FOR_CONTENT}}') FROM bezorgpoging
           WHERE bezorging_id = leased.id ORDER BY nummer DESC LIMIT 1
         ), false) AS alleen
  FROM leased
  JOIN gebeurtenis ON gebeurtenis.id = leased.gebeurtenis_id
  JOIN abonnement ON abonnement.id = leased.abonnement_id
  ORDER BY leased.sequence`

export function claimStatement(now: Date, { limit, inFlight = new Map() }: FreePlaces): Statement {
  const values = [now.toISOString(), `${limit}`, JSON.stringify(Object.fromEntries(inFlight)), randomUUID()]
  return { name: 'claim_bezorgingen', text: CLAIM_BEZORGINGEN, values }
}

/**
 * Takes due deliveries, the longest due first, as many from one abonnement as from another. A worker that dies leaves
 * nothing to clean up: what it leased is free again when the lease ends. An abonnement may have at most as many
 * deliveries under way here as there are places free, so slow sinks never fill a worker. One whose circuit is open
 * gets nothing; after that, one delivery as a probe. A sink that withdrew its consent gets nothing.
 */
export async function claimBezorgingen(
  { pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  places: FreePlaces,
): Promise<ClaimedBezorging[]> {
  const [claimed] = (await runPipeline(pool, [claimStatement(clock(), places)])) as [ClaimedBezorging[]]
  return claimed
}
