import type pg from 'pg'

/**
 * Runs `work` in one transaction (read committed: each statement sees what was committed before it began, so a lock
 * that is taken in a statement of its own makes the next one see all that its last owner did). When it throws, or
 * answers `{ ok: false }`, nothing of it stays.
 */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query(isRefusal(result) ? 'rollback' : 'commit')
    client.release()
    return result
  } catch (error) {
    // Closing the connection rolls back, whatever state it is in.
    client.release(true)
    throw error
  }
}

function isRefusal(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'ok' in result && result.ok === false
}
