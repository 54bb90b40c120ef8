import type { Pool } from 'pg'

/**
 * Runs `work` unless another process is running it. The lock belongs to the session, so that no transaction
 * stays open while `work` waits for a remote server. PostgreSQL releases it when the process dies.
 *
 * @param lock the number of an advisory lock that nothing else in this database takes
 */
export async function oneAtATime(pool: Pool, lock: number, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as mine', [lock])
    if (rows[0].mine) {
      await work()
      await client.query('select pg_advisory_unlock($1)', [lock])
    }
    client.release()
  } catch (error) {
    // Closes the connection, which releases the lock whatever state it is in.
    client.release(true)
    throw error
  }
}
