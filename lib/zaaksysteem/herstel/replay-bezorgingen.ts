import type pg from 'pg'

/**
 * Parameters: ids, and now. Starts a new round of the retry schedule; the event keeps its id and its bytes.
 */
const REPLAY = `
  update bezorging
  set status = 'wachtend', volgende_poging = $2, herhaling = true, handmatig = true, ronde_vanaf = pogingen,
      afgerond_op = null, lease_id = null, lease_tot = null
  where id = any ($1)`

/**
 * Decides again which bezorging of each of these zaken goes first: only the earliest is due, the others wait
 * for it. Bezorgingen under way are left alone. Parameters: ids, and now.
 *
 * The window function keeps the lateral subquery apart from the outer query. It is then planned as one index
 * lookup per zaak, however many bezorgingen wait.
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
 * Makes bezorgingen wachtend again, each in the order of its zaak, and wakes the workers at commit. The
 * caller must hold LOCK_ORDER and `lockAbonnement`, and have checked that none of them is leased.
 */
export async function replayBezorgingen(
  client: pg.PoolClient,
  { ids, now }: { ids: string[]; now: Date },
): Promise<void> {
  if (ids.length === 0) return
  await client.query(REPLAY, [ids, now])
  await client.query(ORDER, [ids, now])
  await client.query("select pg_notify('bezorging', '')")
}
