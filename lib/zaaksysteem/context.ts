import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { type Clock, systemWait, type Wait } from '#lib/platform/clock.ts'
import { createLogger, type Logger } from '#lib/platform/logger.ts'
import { createOnce, type Once, perProcess } from '#lib/platform/once.ts'
import { createPool } from '#lib/platform/postgres/create-pool.ts'
import { createDatabaseClock } from '#lib/platform/postgres/database-clock.ts'
import { closeNatsConnections } from './egress/nats/nats-connections.ts'
import { sinkPolicy } from './egress/sink-guard.ts'
import { type ZaaksysteemEnv, zaaksysteemEnv } from './env.ts'
import { PrismaClient } from './generated/client.ts'

export type ZaaksysteemContext = {
  env: ZaaksysteemEnv
  db: PrismaClient
  /**
   * The pool under `db`, for statements that Prisma would slow down: acts on a zaak, outbox and bezorging.
   */
  pool: pg.Pool
  /** The clock of the database, unless a test passes another. */
  clock: Clock
  wait: Wait
  log: Logger
  /** Values that are made once for this context. */
  once: Once
  /** Closes the connections to the database and to NATS servers. */
  close(): Promise<void>
}

export function createZaaksysteemContext(
  env: ZaaksysteemEnv,
  options: { clock?: Clock; wait?: Wait; log?: Logger } = {},
): ZaaksysteemContext {
  const { wait = systemWait, log = createLogger('zaaksysteem') } = options
  const pool = createPool(env.ZAAKSYSTEEM_DATABASE_URL, log)
  const clock = options.clock ?? createDatabaseClock(pool)
  const once = createOnce()
  const db = new PrismaClient({ adapter: new PrismaPg(pool) })
  async function close() {
    await closeNatsConnections(sinkPolicy({ env, once }))
    await db.$disconnect()
    if (!pool.ended) await pool.end()
  }
  return { env, pool, db, clock, wait, log, once, close }
}

/** The context of this process. */
export function zaaksysteem(): ZaaksysteemContext {
  return perProcess('zaaksysteem', () => createZaaksysteemContext(zaaksysteemEnv()))
}
