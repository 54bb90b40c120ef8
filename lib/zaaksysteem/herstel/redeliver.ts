import { clientsOfEnvironment } from '../api/client-rights.ts'
import { type Actor, recordedPgTransaction } from '../audit/recorded-transaction.ts'
import { readable } from '../bezorging/overzicht/readable.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { AbonnementStatus, BezorgingStatus } from '../generated/client.ts'
import { lockOrder } from '../outbox/distribute-gebeurtenissen.ts'
import { lockAbonnement } from './lock-abonnement.ts'
import { replayBezorgingen } from './replay-bezorgingen.ts'

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
