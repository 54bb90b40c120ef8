import type pg from 'pg'

/** Parameters: ids, and now. A new round of the retry schedule; the event keeps its id and its bytes. */
const REPLAY = `
  UPDATE bezorging
  SET status = 'wachtend', volgende_poging = $2, herhaling = true, handmatig = true, ronde_vanaf = pogingen,
      afgerond_op = NULL, lease_id = NULL, lease_tot = NULL
  WHERE id = ANY ($1)`

/**
 * Who is first of these zaken is decided afresh: only the earliest is due, the others wait for it. What is under way
 * cannot be called back. Parameters: ids, and now.
 *
 * The window function keeps the lateral subquery one look in an index for each zaak, whatever waits of others.
 */
const ORDER = `
  WITH zaken AS (
    SELECT DISTINCT abonnement_id, zaak_id FROM bezorging WHERE id = ANY ($1)
  ), wachtend AS (
    SELECT ranked.* FROM zaken CROSS JOIN LATERAL (
      SELECT id, row_number() OVER (ORDER BY sequence) = 1 AS eerste FROM bezorging
      WHERE status = 'wachtend' AND abonnement_id = zaken.abonnement_id AND zaak_id = zaken.zaak_id
    ) ranked
  )
  UPDATE bezorging
  SET volgende_poging = CASE WHEN eerste THEN $2::timestamptz END
  FROM wachtend
  WHERE bezorging.id = wachtend.id AND (lease_tot IS NULL OR lease_tot <= $2)
    AND eerste = (volgende_poging IS NULL)`

/**
 * Puts deliveries back to be sent, each in its zaak's order, and wakes the workers at commit. Whoever calls it holds
 * the lock on the order (exclusively) and that on the abonnement, and has seen that no lease is held on them.
 */
export async function replayBezorgingen(
  client: pg.PoolClient,
  { ids, now }: { ids: string[]; now: Date },
): Promise<void> {
  if (ids.length === 0) return
  await client.query(REPLAY, [ids, now])
  await client.query(ORDER, [ids, now])
  await client.query("SELECT pg_notify('gebeurtenis', '')")
}
