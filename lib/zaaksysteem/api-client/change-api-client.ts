import { activation, wakeWorkers } from '../abonnement/toestemming/activation.ts'
import type { Actor } from '../audit/recorded-transaction.ts'
import { type ChangeContext, changedTransaction } from './changed-transaction.ts'
import type { ApiClientRights } from './create-api-client.ts'

type ChangedApiClient = { ok: true } | { ok: false; reason: 'not_found' | 'revoked' }

/**
 * Changes the rights of a client from its next request on. Stromen that it opened with other rights end; it
 * can open them again. Its abonnementen get further events by the new rights. Those that were paused because
 * the client had expired resume when it is valid again.
 */
export async function changeApiClient(
  ctx: ChangeContext,
  { id, rights, actor }: { id: string; rights: ApiClientRights; actor: Actor },
): Promise<ChangedApiClient> {
  return changedTransaction(ctx, async (tx, record): Promise<ChangedApiClient> => {
    const [client] = await tx.apiClient.updateManyAndReturn({
      where: { id, ingetrokkenOp: null },
      data: { ...rights, gewaarschuwdOp: null },
    })
    if (!client) return { ok: false, reason: (await tx.apiClient.count({ where: { id } })) ? 'revoked' : 'not_found' }
    const now = ctx.clock()
    if (client.verlooptOp > now) {
      const { count } = await tx.abonnement.updateMany({
        where: { client: client.naam, status: 'gepauzeerd', statusreden: 'client_expired' },
        data: activation(now),
      })
      if (count > 0) await wakeWorkers(tx)
    }
    await record({ actor, handeling: 'api_client_wijzigen', object: { soort: 'api_client', id } })
    return { ok: true }
  })
}
