import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { type Clock, systemClock, systemWait, type Wait } from '#lib/platform/clock.ts'
import { createLogger, type Logger } from '#lib/platform/logger.ts'
import { createPool } from '#lib/platform/postgres/create-pool.ts'
import { type PublieksportaalEnv, readPublieksportaalEnv } from './env.ts'
import { PrismaClient } from './generated/client.ts'

/** What every use case of the publieksportaal is given. */
export type PublieksportaalContext = {
  env: PublieksportaalEnv
  db: PrismaClient
  /** the same connections, for the statements that Prisma would make slower (accepting an event) */
  pool: pg.Pool
  clock: Clock
  wait: Wait
  log: Logger
  /** ends its connections */
  close(): Promise<void>
}

export function createPublieksportaalContext(
  env: PublieksportaalEnv,
  options: { clock?: Clock; wait?: Wait; log?: Logger } = {},
): PublieksportaalContext {
  const { clock = systemClock, wait = systemWait, log = createLogger('publieksportaal') } = options
  const pool = createPool(env.PUBLIEKSPORTAAL_DATABASE_URL, log)
  const db = new PrismaClient({ adapter: new PrismaPg(pool) })
  async function close() {
    await db.$disconnect()
    if (!pool.ended) await pool.end()
  }
  return { env, pool, db, clock, wait, log, close }
}

const KEY = Symbol.for('zaakbode.publieksportaal')
const holder = globalThis as { [KEY]?: PublieksportaalContext }

/** The context of this process. On globalThis, because Next.js loads modules more than once. */
export function publieksportaal(): PublieksportaalContext {
  // biome-ignore lint/style/noProcessEnv: the one place that reads it for the publieksportaal
  holder[KEY] ??= createPublieksportaalContext(readPublieksportaalEnv(process.env))
  return holder[KEY]
}
