import type { Prisma } from '../../generated/client.ts'

/** What makes an abonnement actief (again): failures of before say nothing about the sink as it is now. */
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

/** Lets the workers look at once for what became due. */
export async function wakeWorkers(db: Prisma.TransactionClient): Promise<void> {
  await db.$executeRaw`select pg_notify('gebeurtenis', '')`
}
