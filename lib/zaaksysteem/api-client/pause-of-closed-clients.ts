import type { Prisma } from '../generated/client.ts'

/** Pauses the abonnementen of clients that were withdrawn or have expired, with the reason. @returns their ids */
export async function pauseOfClosedClients(tx: Prisma.TransactionClient, now: Date): Promise<string[]> {
  const paused = await tx.$queryRaw<{ id: string }[]>`
    update abonnement
    set status = 'gepauzeerd', status_sinds = ${now},
        statusreden = case when ingetrokken_op is null then 'client_expired' else 'client_revoked' end
    from api_client
    where api_client.naam = abonnement.client and abonnement.status = 'actief'
      and (ingetrokken_op is not null or verloopt_op <= ${now})
    returning abonnement.id`
  return paused.map(({ id }) => id)
}
