import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import type { ZaaksysteemContext } from '../context.ts'

/** Longer than an attempt can last, so that no two workers send one delivery at the same time. */
const LEASE = '30 seconds'

/** A delivery that this process may send until its lease ends. */
export type ClaimedBezorging = {
  id: string
  leaseId: string
  /** attempts before this one */
  pogingen: number
  gebeurtenisId: string
  zaakId: string
  abonnementId: string
  sink: string
  credentialtype: Credentialtype
  body: string
}

/**
 * Parameters: now, and how many at most. The scalar subqueries stay one look in an index each, where NOT EXISTS or a
 * join can be planned as a scan of the whole backlog.
 */
export const CLAIM_BEZORGINGEN = `
  WITH due AS (
    SELECT id FROM bezorging
    WHERE status = 'wachtend' AND volgende_poging <= $1
      AND (SELECT status FROM abonnement WHERE id = bezorging.abonnement_id) = 'actief'
      AND sequence = (
        SELECT min(sequence) FROM bezorging first
        WHERE first.status = 'wachtend' AND first.abonnement_id = bezorging.abonnement_id
          AND first.zaak_id = bezorging.zaak_id
      )
    ORDER BY volgende_poging
    LIMIT $2
    FOR UPDATE SKIP LOCKED
  ), leased AS (
    UPDATE bezorging
    SET lease_id = gen_random_uuid(), lease_tot = $1::timestamptz + interval '${LEASE}',
        volgende_poging = $1::timestamptz + interval '${LEASE}'
    FROM due WHERE bezorging.id = due.id
    RETURNING bezorging.*
  )
  SELECT leased.id, leased.lease_id AS "leaseId", leased.pogingen, leased.gebeurtenis_id AS "gebeurtenisId",
         leased.zaak_id AS "zaakId", leased.abonnement_id AS "abonnementId", abonnement.sink,
         abonnement.credentialtype, gebeurtenis.body
  FROM leased
  JOIN gebeurtenis ON gebeurtenis.id = leased.gebeurtenis_id
  JOIN abonnement ON abonnement.id = leased.abonnement_id
  ORDER BY leased.sequence`

/**
 * Takes due deliveries, the longest due first. A leased delivery is next due when its lease ends, so a worker that
 * dies leaves nothing to clean up, and what others hold is not scanned. A delivery waits for every earlier one of its
 * zaak and abonnement; those of other zaken go on meanwhile. A sink that withdrew its consent gets nothing.
 */
export async function claimBezorgingen(
  { pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  { limit }: { limit: number },
): Promise<ClaimedBezorging[]> {
  const claim = { name: 'claim-bezorgingen', text: CLAIM_BEZORGINGEN, values: [clock(), limit] }
  const { rows } = await pool.query<ClaimedBezorging>(claim)
  return rows
}
