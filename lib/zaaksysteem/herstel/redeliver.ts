import type pg from 'pg'
import { clientsOfEnvironment } from '#lib/zaaksysteem/api/api-client.ts'
import { type Actor, recordedPgTransaction } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import { readable } from '#lib/zaaksysteem/bezorging/overzicht/find-bezorgingen.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import type { AbonnementStatus, BezorgingStatus } from '#lib/zaaksysteem/generated/client.ts'
import { lockOrder } from '#lib/zaaksysteem/outbox/distribute-gebeurtenissen.ts'

/**
 * Locks the row of an abonnement until the transaction ends: its status cannot change and its bezorgingen
 * cannot be claimed.
 *
 * A transaction that needs LOCK_ORDER too takes that first. Recording attempts locks in the same order, so
 * the two cannot deadlock.
 *
 * @returns its status; `undefined` if there is no such abonnement, or it belongs to another client
 */
export async function lockAbonnement(
  client: pg.PoolClient,
  { id, client: owner }: { id: string; client?: string },
): Promise<AbonnementStatus | undefined> {
  const { rows } = await client.query<{ status: AbonnementStatus }>(
    'select status from abonnement where id = $1 and ($2::text is null or client = $2) for no key update',
    [id, owner],
  )
  return rows[0]?.status
}

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

type Redelivered =
  | { ok: true }
  | {
      ok: false
      /**
       * `not_readable`: the client may no longer read the event. `not_finished`: the bezorging is under way,
       * or waits for an earlier one of its zaak. `purged`: the payload is gone.
       */
      reason: 'not_found' | 'not_active' | 'not_readable' | 'purged' | 'not_finished'
    }

type Found = { status: BezorgingStatus; waits: boolean; leased: boolean; purged: boolean; readable: boolean }

/**
 * Sends one bezorging again, however it ended, with the same event id and before later ones of its zaak. A
 * bezorging that waits for its retry is due at once.
 *
 * @param options.client - the API client that must own the abonnement; absent for the desk
 */
export async function redeliver(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'log'>,
  { bezorgingId, client: owner, actor }: { bezorgingId: string; client?: string; actor: Actor },
): Promise<Redelivered> {
  const { rows } = await ctx.pool.query('select abonnement_id from bezorging where id = $1', [bezorgingId])
  const abonnementId: string | undefined = rows[0]?.abonnement_id
  if (!abonnementId) return { ok: false, reason: 'not_found' }

  return recordedPgTransaction(ctx, async (client, record): Promise<Redelivered> => {
    await lockOrder(client)
    const abonnement = await lockAbonnement(client, { id: abonnementId, client: owner })
    const now = ctx.clock()
    const found = await client.query<Found>(
      `select bezorging.status, volgende_poging is null as waits, coalesce(lease_tot > $2, false) as leased,
              gebeurtenis.body is null as purged, ${readable({ now: '$2', clients: '$3' })} as readable
       from bezorging join gebeurtenis on gebeurtenis.id = gebeurtenis_id
       where bezorging.id = $1`,
      [bezorgingId, now, clientsOfEnvironment(ctx.env)],
    )
    const reason = refusal(abonnement, found.rows[0])
    if (reason) return { ok: false, reason }
    await replayBezorgingen(client, { ids: [bezorgingId], now })
    await record({ actor, handeling: 'bezorging_herhalen', object: { soort: 'bezorging', id: bezorgingId } })
    return { ok: true }
  })
}

function refusal(abonnement: AbonnementStatus | undefined, bezorging: Found | undefined) {
  if (!abonnement || !bezorging) return 'not_found'
  if (abonnement !== 'actief') return 'not_active'
  if (!bezorging.readable) return 'not_readable'
  if (bezorging.purged) return 'purged'
  if (bezorging.status === 'wachtend' && (bezorging.leased || bezorging.waits)) return 'not_finished'
}
