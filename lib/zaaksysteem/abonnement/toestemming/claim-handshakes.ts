import { SECOND_MS } from '#lib/platform/durations.ts'
import { latestEndSql } from '#lib/platform/is-over.ts'
import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { TOTAL_TIMEOUT_MS } from '../../egress/request-sink.ts'

/** The lease of a handshake: longer than one can take. */
export const LEASE_MS = 2 * TOTAL_TIMEOUT_MS
/** Most handshakes of one client under way, over all workers. Concurrent claims can exceed it by a few. */
export const CLIENT_SHARE = 48

/** A handshake that this process may perform until its lease ends. */
export type ClaimedHandshake = { id: string; abonnementId: string }

/**
 * True when a handshake is leased. A lease that ends later than possible was given before the clock was set
 * back.
 */
const LEASED = `coalesce(lease_tot > $1::timestamptz and lease_tot <= ${latestEndSql('$1', LEASE_MS / SECOND_MS)}, false)`

/** Clients take turns, each with its oldest handshake first. Parameters: now, most handshakes. */
const CLAIM = `
  with open as (
    select id, gevraagd_op, ${LEASED} as leased,
           count(*) filter (where ${LEASED}) over (partition by client) as leased_of_client,
           row_number() over (partition by client, ${LEASED} order by gevraagd_op, id) as beurt
    from handshake where klaar_op is null
  ), chosen as (
    select id from open
    where not leased and leased_of_client + beurt <= ${CLIENT_SHARE}
    order by beurt, gevraagd_op limit $2
  ), free as (
    select handshake.id from chosen join handshake on handshake.id = chosen.id
    where klaar_op is null and not ${LEASED}
    for update of handshake skip locked
  )
  update handshake set lease_tot = $1::timestamptz + make_interval(secs => ${LEASE_MS / SECOND_MS})
  from free where handshake.id = free.id
  returning handshake.id, abonnement_id as "abonnementId"`

/** Leases ordered handshakes. If the process dies, another can claim them when the leases end. */
export async function claimHandshakes(
  { pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  limit: number,
): Promise<ClaimedHandshake[]> {
  const { rows } = await pool.query<ClaimedHandshake>(CLAIM, [sqlNow(clock), limit])
  return rows
}
