import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { type Clock, systemClock } from '#lib/platform/clock.ts'
import { createLogger, type Logger } from '#lib/platform/logger.ts'
import { createPool } from '#lib/platform/postgres/create-pool.ts'
import { readZaaksysteemEnv, type ZaaksysteemEnv } from './env.ts'
import { PrismaClient } from './generated/client.ts'

/** What every use case of the zaaksysteem is given. */
export type ZaaksysteemContext = {
  env: ZaaksysteemEnv
  db: PrismaClient
  /** the same connections, for the statements that Prisma would make slower (outbox and delivery) */
  pool: pg.Pool
  clock: Clock
  log: Logger
}

export function createZaaksysteemContext(
  env: ZaaksysteemEnv,
  { clock = systemClock, log = createLogger('zaaksysteem') }: { clock?: Clock; log?: Logger } = {},
): ZaaksysteemContext {
  const pool = createPool(env.ZAAKSYSTEEM_DATABASE_URL, log)
  return { env, pool, db: new PrismaClient({ adapter: new PrismaPg(pool) }), clock, log }
}

const KEY = Symbol.for('zaakbode.zaaksysteem')
const holder = globalThis as { [KEY]?: ZaaksysteemContext }

/** The context of this process. On globalThis, because Next.js loads modules more than once. */
export function zaaksysteem(): ZaaksysteemContext {
  // biome-ignore lint/style/noProcessEnv: the one place that reads it for the zaaksysteem
  holder[KEY] ??= createZaaksysteemContext(readZaaksysteemEnv(process.env))
  return holder[KEY]
}
