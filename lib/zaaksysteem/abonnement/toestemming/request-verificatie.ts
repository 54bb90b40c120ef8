import type { ZaaksysteemContext } from '../../context.ts'
import { BALIE } from '../../env.ts'
import type { Prisma } from '../../generated/client.ts'

export type RequestedVerificatie = { ok: true; verificatieId: string } | { ok: false; reason: 'not_found' }

/**
 * Orders a handshake with the sink of an abonnement. A worker performs it, and when that dies, another.
 *
 * @param input.client - the API client that must own the abonnement; absent for the desk
 */
export async function requestVerificatie(
  { db, clock }: Pick<ZaaksysteemContext, 'db' | 'clock'>,
  { id, client }: { id: string; client?: string },
): Promise<RequestedVerificatie> {
  return db.$transaction(async (tx) => {
    if ((await tx.abonnement.count({ where: { id, client } })) === 0) return { ok: false, reason: 'not_found' }
    return { ok: true, verificatieId: await addVerificatie(tx, { client, abonnementId: id, now: clock() }) }
  })
}

/** Stores the order in the transaction of its cause, and wakes the workers at commit. */
export async function addVerificatie(
  tx: Prisma.TransactionClient,
  { client = BALIE, abonnementId, now }: { client?: string; abonnementId: string; now: Date },
): Promise<string> {
  const { id } = await tx.verificatie.create({ data: { client, abonnementId, gevraagdOp: now } })
  await tx.$executeRaw`select pg_notify('verificatie', '')`
  return id
}
