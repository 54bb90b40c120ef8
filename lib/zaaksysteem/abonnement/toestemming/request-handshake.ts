import { type Actor, recordedTransaction } from '../../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { BALIE } from '../../env.ts'
import type { Prisma } from '../../generated/client.ts'
import { findHandshakeLimit, type OverLimit } from '../client-limits.ts'

type RequestedHandshake = { ok: true; handshakeId: string } | { ok: false; reason: 'not_found' } | OverLimit

/**
 * Orders a handshake with the sink of an abonnement. A worker performs it, and when that dies, another.
 *
 * @param input.client - the API client that must own the abonnement; absent for the desk
 */
export async function requestHandshake(
  ctx: Pick<ZaaksysteemContext, 'db' | 'clock' | 'log' | 'env'>,
  { id, client, actor }: { id: string; client?: string; actor: Actor },
): Promise<RequestedHandshake> {
  const now = ctx.clock()
  return recordedTransaction(ctx, async (tx, record): Promise<RequestedHandshake> => {
    if ((await tx.abonnement.count({ where: { id, client } })) === 0) return { ok: false, reason: 'not_found' }
    const asker = client ?? BALIE
    const limit = await findHandshakeLimit(tx, {
      client: asker,
      now,
      showsToken: ctx.env.ZAAKSYSTEEM_SHOWN_TOKEN_DEMO_ONLY !== undefined,
    })
    if (limit) return limit
    await record({ actor, handeling: 'abonnement_verifieren', object: { soort: 'abonnement', id } })
    return { ok: true, handshakeId: await addHandshake(tx, { client: asker, abonnementId: id, now }) }
  })
}

/** Stores the order in the transaction of its cause, and wakes the workers at commit. */
export async function addHandshake(
  tx: Prisma.TransactionClient,
  { client, abonnementId, now }: { client: string; abonnementId: string; now: Date },
): Promise<string> {
  const { id } = await tx.handshake.create({ data: { client, abonnementId, gevraagdOp: now } })
  await tx.$executeRaw`select pg_notify('handshake', '')`
  return id
}
