import type { Prisma } from '../../generated/client.ts'

/**
 * The fields that make an abonnement actief. Earlier failures are cleared: they say nothing about the sink
 * now.
 */
export function activation(now: Date) {
  return {
    status: 'actief',
    statusSinds: now,
    statusreden: null,
    falendSinds: null,
    gewaarschuwdBij: 0,
    circuitOpenTot: null,
    circuitGeslotenOp: now,
  } as const
}

/** Makes the workers claim at once instead of at their next poll. */
export async function wakeWorkers(db: Prisma.TransactionClient): Promise<void> {
  await db.$executeRaw`select pg_notify('bezorging', '')`
}
