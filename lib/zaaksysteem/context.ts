import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { type Clock, systemClock } from '#lib/platform/clock.ts'
import { createLogger, type Logger } from '#lib/platform/logger.ts'
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

const MAX_CONNECTIONS = 10
/** A new connection costs tens of milliseconds, which the first to need it would wait. */
const IDLE_TIMEOUT_MS = 5 * 60_000

export function createZaaksysteemContext(
  env: ZaaksysteemEnv,
  { clock = systemClock, log = createLogger('zaaksysteem') }: { clock?: Clock; log?: Logger } = {},
): ZaaksysteemContext {
  const pool = new pg.Pool({
    connectionString: env.ZAAKSYSTEEM_DATABASE_URL,
    max: MAX_CONNECTIONS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
  })
  pool.on('error', (err) => log.warn({ err }, 'An idle database connection was lost'))
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
