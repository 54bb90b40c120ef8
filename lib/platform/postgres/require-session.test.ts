import { expect, inject, test } from 'vitest'
import { requireSession } from './require-session.ts'
import { startTransactionPool } from './test-transaction-pool.ts'

const require = (connectionString: string) => requireSession({ variable: 'EEN_DATABASE_URL', connectionString })

test('PostgreSQL itself gives each connection a session', async () => {
  await require(inject('postgresUrl'))
})

test.each([true, false])('a pool that shares sessions is refused, with lifo %s', async (lifo) => {
  const pool = await startTransactionPool(inject('postgresUrl'), { lifo })
  await expect(require(pool.url)).rejects.toMatchObject({
    problems: [expect.stringMatching(/^EEN_DATABASE_URL: .*PgBouncer in transaction mode.*pool_mode=session/)],
  })
  await pool.close()
})
