import pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from './in-transaction.ts'
import { cloneTestDatabase } from './test-database.ts'

const database = await cloneTestDatabase('zaaksysteem')
const pool = new pg.Pool({ connectionString: database.url })
await pool.query('create table noted (word text)')
beforeEach(() => pool.query('truncate noted'))
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const words = async () => (await pool.query<{ word: string }>('select word from noted')).rows.map(({ word }) => word)
const note = (client: pg.PoolClient, word: string) => client.query('insert into noted values ($1)', [word])

test('changes become visible to others at the commit', async () => {
  const answer = await inTransaction(pool, async (client) => {
    await note(client, 'one')
    expect(await words()).toEqual([])
    await note(client, 'two')
    return { ok: true, count: 2 }
  })
  expect(answer).toEqual({ ok: true, count: 2 })
  expect(await words()).toEqual(['one', 'two'])
})

test('a refusal rolls back and reuses the connection', async () => {
  const connections = pool.totalCount
  const answer = await inTransaction(pool, async (client) => {
    await note(client, 'one')
    return { ok: false, reason: 'contradiction' }
  })
  expect(answer).toEqual({ ok: false, reason: 'contradiction' })
  expect(await words()).toEqual([])
  expect(pool.totalCount).toBe(connections)
})

test('an error rolls back and closes the connection', async () => {
  const work = async (client: pg.PoolClient) => {
    await note(client, 'one')
    await client.query('select 1 / 0')
  }
  const connections = pool.totalCount
  await expect(inTransaction(pool, work)).rejects.toMatchObject({ code: '22012' })
  expect(pool.totalCount).toBe(connections - 1)
  expect(await words()).toEqual([])
})
