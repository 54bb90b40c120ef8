import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLogger } from '../logger.ts'
import { createPool } from './create-pool.ts'
import { groupCommit } from './group-commit.ts'
import { cloneTestDatabase } from './test-database.ts'

const ADD = {
  name: 'add',
  text: 'insert into word (id, text) values ($1, $2) returning pg_current_xact_id()::text as transaction',
}

let database: Awaited<ReturnType<typeof cloneTestDatabase>>
let pool: pg.Pool
let other: pg.Client

beforeEach(async () => {
  database = await cloneTestDatabase('zaaksysteem')
  pool = createPool(database.url, createLogger('test'))
  other = new pg.Client({ connectionString: database.url })
  await other.connect()
  await pool.query('create table word (id int primary key, text varchar(5))')
})
afterEach(async () => {
  await pool.end()
  await other.end()
  await database.drop()
})

const add = (id: number, text = 'word') => groupCommit(pool, { ...ADD, values: [String(id), text] }, String(id))
const stored = async () => (await other.query('select id from word order by id')).rows.map(({ id }) => id)

/** Resolves when a connection waits for a lock. The transaction of `other` would see no newer ones. */
async function untilOneWaits() {
  const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
  while ((await pool.query(waiting)).rowCount === 0) {}
}

test('statements that come while a transaction is under way are committed together in the next', async () => {
  const rows = (await Promise.all([add(1), add(2), add(3)])).flat()
  const [first, second, third] = rows.map(({ transaction }) => transaction)
  expect(second).toBe(third)
  expect(first).not.toBe(second)
})

test('a statement that fails does not fail the rest of its group', async () => {
  const outcomes = await Promise.allSettled([add(1), add(2), add(3, 'too long'), add(1, 'twice'), add(4)])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected', 'fulfilled'])
  expect(await stored()).toEqual([1, 2, 4])
})

test('a statement that waits for a lock does not delay later ones', async () => {
  await other.query('begin')
  await other.query("insert into word values (1, 'held')")
  const waiting = add(1)
  await untilOneWaits()
  await Promise.all([add(2), add(3)])
  await other.query('rollback')
  await waiting
  expect(await stored()).toEqual([1, 2, 3])
})

test('a lost connection rejects its whole group and no later statement', async () => {
  const die = { name: 'die', text: 'select pg_terminate_backend(pg_backend_pid())' }
  const [first, ...group] = await Promise.allSettled([add(1), add(2), groupCommit(pool, die, '3'), add(4)])
  expect(first.status).toBe('fulfilled')
  expect(group.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  await add(5)
  expect(await stored()).toEqual([1, 5])
})

const ADD_ALL = {
  name: 'add_all',
  text: `
    insert into word (id, text) select id, text from json_to_recordset($1) as row (n int, id int, text text) order by n
    on conflict do nothing
    returning id, (id % 100) as n, pg_current_xact_id()::text as transaction`,
}

/** `n` is the id modulo 100, so the ids of a group begin at a multiple of 100. */
const addRow = (id: number, text = 'word', lock = `${id}`) =>
  groupCommit(pool, { ...ADD_ALL, row: { id, text } }, lock.padStart(5, '0'))

test('rows of one statement run as one, and each caller gets its own result', async () => {
  const rows = await Promise.all([addRow(1000), addRow(100), addRow(101), addRow(102)])
  expect(rows.map(([row]) => row?.id)).toEqual([1000, 100, 101, 102])
  expect(new Set(rows.slice(1).map(([row]) => row?.transaction)).size).toBe(1)
})

test('a row that fails does not fail the rest of its group', async () => {
  const outcomes = await Promise.allSettled([addRow(1000), addRow(100), addRow(200, 'too long'), addRow(300)])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  expect(await stored()).toEqual([100, 300, 1000])
})

test('the second of two rows with the same lock sees the effect of the first', async () => {
  const [, first, second] = await Promise.all([addRow(1000), addRow(100), addRow(100)])
  expect([first?.length, second?.length]).toEqual([1, 0])
})

test('a separate statement does not wait for rows', async () => {
  await other.query('begin')
  await other.query("insert into word values (100, 'held')")
  const waiting = addRow(100)
  await untilOneWaits()
  await add(1)
  await other.query('rollback')
  await waiting
  expect(await stored()).toEqual([1, 100])
})
