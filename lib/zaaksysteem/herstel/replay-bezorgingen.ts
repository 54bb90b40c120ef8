import type pg from 'pg'

/** Parameters: ids, and now. A new round of the retry schedule; the event keeps its id and its bytes. */
const REPLAY = `
  update bezorging
  set status = 'wachtend', volgende_poging = $2, herhaling = true, handmatig = true, ronde_vanaf = pogingen,
      afgerond_op = null, lease_id = null, lease_tot = null
  where id = any ($1)`

/**
 * Who is first of these zaken is decided afresh: only the earliest is due, the others wait for it. What is under way
 * cannot be called back. Parameters: ids, and now.
 *
 * The window function keeps the lateral subquery one look in an index for each zaak, whatever waits of others.
 */
const ORDER = `
  with zaken as (
    select distinct abonnement_id, zaak_id from bezorging where id = any ($1)
  ), wachtend as (
    select ranked.* from zaken cross join lateral (
      select id, row_number() over (order by sequence) = 1 as eerste from bezorging
      where status = 'wachtend' and abonnement_id = zaken.abonnement_id and zaak_id = zaken.zaak_id
    ) ranked
  )
  update bezorging
  set volgende_poging = case when eerste then $2::timestamptz end
  from wachtend
  where bezorging.id = wachtend.id and (lease_tot is null or lease_tot <= $2)
    and eerste = (volgende_poging is null)`

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
  await client.query("select pg_notify('gebeurtenis', '')")
}
