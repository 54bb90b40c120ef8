import type pg from 'pg'

/**
 * Runs `work` in one transaction, at read committed: each statement sees what was committed before that
 * statement began. So after a statement that only takes a lock, the next one sees every change of the lock's
 * previous owner. When `work` throws or returns `{ ok: false }`, everything is rolled back.
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
    // Closes the connection, which rolls back whatever state it is in.
    client.release(true)
    throw error
  }
}

function isRefusal(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'ok' in result && result.ok === false
}
