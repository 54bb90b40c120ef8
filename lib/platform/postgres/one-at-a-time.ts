import type { Pool } from 'pg'

/**
 * Runs `work` unless another process is at it: a lock of a connection, not of a transaction, so that none is open
 * while somebody else's server answers. It ends with the connection, and so with the process.
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
    // Closing the connection unlocks, whatever state it is in.
    client.release(true)
    throw error
  }
}
