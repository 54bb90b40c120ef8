import type { Actor } from '../audit/recorded-transaction.ts'
import type { Prisma } from '../generated/client.ts'
import { type ChangeContext, changedTransaction } from './change-api-client.ts'

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

/**
 * Pauses the abonnementen of clients that were revoked or have expired, with the reason. Locks the clients,
 * so that a concurrent extension finds all their abonnementen paused, or none.
 *
 * @param options.client - limits it to the client with this name
 * @returns the ids of the abonnementen
 */
export async function pauseOfClosedClients(
  tx: Prisma.TransactionClient,
  { now, client }: { now: Date; client?: string },
): Promise<string[]> {
  const paused = await tx.$queryRaw<{ id: string }[]>`
    with closed as (
      select naam, case when ingetrokken_op is null then 'client_expired' else 'client_revoked' end as reden
      from api_client
      where (ingetrokken_op is not null or verloopt_op <= ${now})
        and (${client ?? null}::text is null or naam = ${client ?? null})
      for share
    )
    update abonnement set status = 'gepauzeerd', status_sinds = ${now}, statusreden = reden
    from closed
    where closed.naam = abonnement.client and status = 'actief'
    returning id`
  return paused.map(({ id }) => id)
}
