import { forgetRegisteredClients } from '../api/registered-clients.ts'
import { recordedTransaction } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'

export type ChangeContext = Pick<ZaaksysteemContext, 'db' | 'pool' | 'clock' | 'log' | 'once'>

/**
 * A `recordedTransaction` that changes access to the API. Every process reads the clients again, and ends
 * streams that are no longer allowed.
 */
export async function changedTransaction<T>(
  ctx: ChangeContext,
  work: Parameters<typeof recordedTransaction<T>>[1],
): Promise<T> {
  const result = await recordedTransaction(ctx, async (tx, record) => {
    await tx.$executeRaw`select pg_notify('api_client', '')`
    return work(tx, record)
  })
  // This process does not wait for its own NOTIFY.
  forgetRegisteredClients(ctx)
  return result
}
