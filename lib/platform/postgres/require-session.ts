import pg from 'pg'
import { ConfigurationError } from '../env.ts'

const PID = 'select pg_backend_pid() as pid'
/** The error of PgBouncer for BEGIN in statement pooling mode. */
const STATEMENT_POOLING = /statement pooling/

/**
 * Throws a ConfigurationError when connections share sessions, as with PgBouncer in transaction mode. There
 * LISTEN, advisory locks and prepared statements fail now and then, because the session changes in between.
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
 * Compares backend PIDs: of one connection, then of another one in a transaction, then of the first one
 * again. A real session keeps its backend to itself. A pool gives the transaction the backend that answered
 * last, or the first connection another one.
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
