import pg from 'pg'
import { MINUTE_MS } from '../durations.ts'
import type { Logger } from '../logger.ts'

const MAX_CONNECTIONS = 10
/** A new connection costs tens of milliseconds, which the first to need it would wait. */
const IDLE_TIMEOUT_MS = 5 * MINUTE_MS

/** The connections of one system in one process; losing some ends nothing, whoever needs one next gets a new one. */
export function createPool(connectionString: string, log: Logger): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: MAX_CONNECTIONS, idleTimeoutMillis: IDLE_TIMEOUT_MS })
  // The pool listens to idle connections only: one that is lost between two queries of a transaction would end the process.
  pool.on('connect', (client) => {
    client.on('error', (err) => log.warn({ err }, 'A database connection was lost'))
  })
  pool.on('error', () => {})
  return pool
}
