import pg from 'pg'
import { ConfigurationError } from '../env.ts'

const PID = 'select pg_backend_pid() as pid'
/** The error of PgBouncer for BEGIN in statement pooling mode. */
const STATEMENT_POOLING = /statement pooling/

/**
 * Throws a ConfigurationError when a connection is not a session of its own, as with PgBouncer in transaction
 * mode: there LISTEN hears nothing, an advisory lock stays with whoever comes next, and a prepared statement
 * is missing or is another one, all of it only now and then.
 *
 * @param options.variable the environment variable of the connection string
 */
export async function requireSession(options: { variable: string; connectionString: string }): Promise<void> {
  if (!(await sharesSessions(options.connectionString))) return
  throw new ConfigurationError([
    `${options.variable}: its connections share sessions, as with PgBouncer in transaction mode; give the address of PostgreSQL itself, or of a pool with pool_mode=session`,
  ])
}

/**
 * Asks over one connection, and again while another is in a transaction. A session of its own never changes
 * its process and shares it with nobody. A pool that shares gives the transaction the process that answered
 * last, or the next one.
 */
async function sharesSessions(connectionString: string): Promise<boolean> {
  const [one, other] = [new pg.Client({ connectionString }), new pg.Client({ connectionString })]
  const pidOf = async (client: pg.Client) => (await client.query<{ pid: number }>(PID)).rows[0]?.pid
  try {
    for (const client of [one, other]) {
      client.on('error', () => {})
      await client.connect()
    }
    const before = await pidOf(one)
    await other.query('begin')
    const held = await pidOf(other)
    return held === before || (await pidOf(one)) !== before
  } catch (error) {
    if (STATEMENT_POOLING.test((error as Error).message)) return true
    throw error
  } finally {
    await Promise.all([one.end(), other.end()])
  }
}
