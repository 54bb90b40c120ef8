import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { type Clock, systemWait, type Wait } from '#lib/platform/clock.ts'
import { createLogger, type Logger } from '#lib/platform/logger.ts'
import { createOnce, type Once, perProcess } from '#lib/platform/once.ts'
import { createPool } from '#lib/platform/postgres/create-pool.ts'
import { createDatabaseClock } from '#lib/platform/postgres/database-clock.ts'
import { type PublieksportaalEnv, publieksportaalEnv } from './env.ts'
import { PrismaClient } from './generated/client.ts'
import { createNatsBus, type LiveBus } from './live/bus/nats-bus.ts'

/** The first argument of every use case of the publieksportaal. */
export type PublieksportaalContext = {
  env: PublieksportaalEnv
  db: PrismaClient
  /** the connections of `db`, for hot statements that Prisma would slow down, such as accepting an event */
  pool: pg.Pool
  /** publishes live hints after a commit, instead of NOTIFY; only when configured */
  liveBus: LiveBus | undefined
  /** the time of the database, unless a test passes another clock */
  clock: Clock
  wait: Wait
  log: Logger
  /** per-context singletons; see `Once` */
  once: Once
  /** closes its connections */
  close(): Promise<void>
}

export function createPublieksportaalContext(
  env: PublieksportaalEnv,
  options: { clock?: Clock; wait?: Wait; log?: Logger } = {},
): PublieksportaalContext {
  const { wait = systemWait, log = createLogger('publieksportaal') } = options
  const pool = createPool(env.PUBLIEKSPORTAAL_DATABASE_URL, log)
  const clock = options.clock ?? createDatabaseClock(pool)
  const db = new PrismaClient({ adapter: new PrismaPg(pool) })
  const url = env.PUBLIEKSPORTAAL_LIVE_BUS
  const liveBus = url === undefined ? undefined : createNatsBus({ url, env, log })
  async function close() {
    await db.$disconnect()
    if (!pool.ended) await pool.end()
  }
  return { env, pool, db, liveBus, clock, wait, log, once: createOnce(), close }
}

export function publieksportaal(): PublieksportaalContext {
  return perProcess('publieksportaal', () => createPublieksportaalContext(publieksportaalEnv()))
}
