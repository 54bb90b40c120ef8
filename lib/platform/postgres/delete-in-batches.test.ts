import pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { DELETE_BATCH, deleteInBatches } from './delete-in-batches.ts'
import { cloneTestDatabase } from './test-database.ts'

const STATEMENT = 'delete from noted where n in (select n from noted where n <= $1 order by n limit $2::int)'

const database = await cloneTestDatabase('zaaksysteem')
const pool = new pg.Pool({ connectionString: database.url })
await pool.query('create table noted (n int primary key)')
beforeEach(async () => {
  await pool.query('truncate noted')
  await pool.query('insert into noted select generate_series(1, $1::int)', [3 * DELETE_BATCH])
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const left = async () => (await pool.query<{ count: number }>('select count(*)::int from noted')).rows[0]?.count
const upTo = (n: number) => ({ statement: STATEMENT, values: [n, DELETE_BATCH] })

test.each([0, 1, DELETE_BATCH, DELETE_BATCH + 1, 3 * DELETE_BATCH])('%i rows are deleted, and no others', async (n) => {
  await deleteInBatches(pool, upTo(n))
  expect(await left()).toBe(3 * DELETE_BATCH - n)
})

test('each batch commits by itself, so a later failure keeps the earlier batches', async () => {
  await pool.query('create table kept (n int references noted)')
  await pool.query('insert into kept values ($1)', [DELETE_BATCH + 1])
  await expect(deleteInBatches(pool, upTo(3 * DELETE_BATCH))).rejects.toMatchObject({ code: '23503' })
  expect(await left()).toBe(2 * DELETE_BATCH)
  await pool.query('drop table kept')
})

test('it stops after the batch in which its signal aborts', async () => {
  const stop = new AbortController()
  pool.once('release', () => stop.abort())
  await deleteInBatches(pool, { ...upTo(3 * DELETE_BATCH), signal: stop.signal })
  expect(await left()).toBe(2 * DELETE_BATCH)
})
