import type { Credentialtype, Protocol } from '#lib/contract/abonnement-resource.ts'
import type { Prisma } from '../generated/client.ts'

/**
 * Returns how an abonnement is delivered, and locks its row until the transaction ends.
 *
 * @param whose.client - the API client that must own it; absent for the desk
 */
export async function lockAbonnement(
  tx: Prisma.TransactionClient,
  { id, client = null }: { id: string; client?: string | null },
): Promise<{ credentialtype: Credentialtype; protocol: Protocol } | undefined> {
  const [row] = await tx.$queryRaw<{ credentialtype: Credentialtype; protocol: Protocol }[]>`
    select credentialtype::text, protocol::text from abonnement
    where id = ${id}::uuid and (${client}::text is null or client = ${client})
    for no key update`
  return row
}
