import pg from 'pg'
import { MINUTE_MS } from '../durations.ts'
import type { Logger } from '../logger.ts'

const MAX_CONNECTIONS = 10
/** Opening a connection costs tens of milliseconds, for which the next query would wait. */
const IDLE_TIMEOUT_MS = 5 * MINUTE_MS

/**
 * Creates the connection pool of a system. A lost connection does not end the process: a new one is opened.
 *
 * Statements are planned at each run, for the tables as they are; only `runPipeline` keeps plans. JIT is off,
 * because it takes longer than any statement here: up to PostgreSQL 17, a scan that LOOK_UP_IN_INDEXES
 * disables but that has no alternative costs 10^10, which would trigger JIT at every run. No statement is
 * spread over processes: starting one takes longer than reading the thousand rows of a list. A statement sets
 * all three, because PgBouncer refuses `options` in the start-up message.
 */
export function createPool(connectionString: string, log: Logger): pg.Pool {
  const onConnect = (client: pg.ClientBase) =>
    client.query('set jit = off; set plan_cache_mode = force_custom_plan; set max_parallel_workers_per_gather = 0')
  const pool = new pg.Pool({ connectionString, max: MAX_CONNECTIONS, idleTimeoutMillis: IDLE_TIMEOUT_MS, onConnect })
  // pg handles errors of idle connections only. Without this, losing another one would end the process.
  pool.on('connect', (client) => {
    client.on('error', (err) => log.warn({ err }, 'A database connection was lost'))
  })
  pool.on('error', () => {})
  return pool
}
