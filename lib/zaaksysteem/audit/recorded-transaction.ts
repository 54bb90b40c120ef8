import type pg from 'pg'
import { type NewAuditregel, type RecordAuditregel, withAuditregels } from '#lib/platform/audit/with-auditregels.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Prisma } from '../generated/client.ts'
import type { Auditnaam } from './auditnamen.ts'

/** Who acts. `id`: of the row of a behandelaar, or the configured name of an API client. */
export type Actor = {
  soort: 'behandelaar' | 'api_client' | 'opdrachtregel'
  id: string
  /** of the request; without one it gets a trace of its own */
  traceparent?: string
}

export type TracedActor = Actor & { traceparent: string }

/** Whoever may run commands where the zaaksysteem runs. */
export const OPDRACHTREGEL: Actor = { soort: 'opdrachtregel', id: 'opdrachtregel' }

type Recorder = RecordAuditregel<NewAuditregel<Actor['soort'], Auditnaam>>

/** Runs `work` in a transaction of Prisma, with what it records. */
export function recordedTransaction<T>(
  ctx: Pick<ZaaksysteemContext, 'db' | 'clock' | 'log'>,
  work: (tx: Prisma.TransactionClient, record: Recorder) => Promise<T>,
): Promise<T> {
  return withAuditregels(ctx, (recordWith) =>
    ctx.db.$transaction((tx) => {
      const execute = (sql: string, values: unknown[]) => tx.$executeRawUnsafe(sql, ...values)
      return work(tx, recordWith(execute))
    }),
  )
}

/** The same in a transaction of `inTransaction`. Record last: nothing may be refused after it. */
export function recordedPgTransaction<T>(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'log'>,
  work: (client: pg.PoolClient, record: Recorder) => Promise<T>,
): Promise<T> {
  return withAuditregels(ctx, (recordWith) =>
    inTransaction(ctx.pool, (client) => {
      const execute = (sql: string, values: unknown[]) => client.query(sql, values)
      return work(client, recordWith(execute))
    }),
  )
}
