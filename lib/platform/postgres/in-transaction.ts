import type pg from 'pg'

/**
 * Runs `work` in one transaction at read committed, so that a statement after a lock sees every change of the
 * lock's previous owner. Rolls back when `work` throws or returns `{ ok: false }`.
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
