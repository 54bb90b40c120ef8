import type { Actor } from '../audit/recorded-transaction.ts'
import { type ChangeContext, changedTransaction } from './changed-transaction.ts'
import { pauseOfClosedClients } from './pause-of-closed-clients.ts'

/**
 * Ends a client for good: its tokens and stromen at once. Its abonnementen stay visible to the beheerder,
 * paused.
 */
export async function revokeApiClient(
  ctx: ChangeContext,
  { id, actor }: { id: string; actor: Actor },
): Promise<{ ok: true } | { ok: false; reason: 'not_found' }> {
  return changedTransaction(ctx, async (tx, record) => {
    const now = ctx.clock()
    const [client] = await tx.apiClient.updateManyAndReturn({
      where: { id, ingetrokkenOp: null },
      data: { ingetrokkenOp: now },
    })
    if (!client) return { ok: false, reason: 'not_found' }
    await tx.apiToken.deleteMany({ where: { clientId: id } })
    await pauseOfClosedClients(tx, { now, client: client.naam })
    await record({ actor, handeling: 'api_client_intrekken', object: { soort: 'api_client', id } })
    return { ok: true }
  })
}
