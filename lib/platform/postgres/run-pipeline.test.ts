import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLogger } from '../logger.ts'
import { createPool } from './create-pool.ts'
import { runPipeline } from './run-pipeline.ts'
import { cloneTestDatabase } from './test-database.ts'

const LOCK = { name: 'lock', text: 'select pg_advisory_xact_lock(1)' }
const COUNT = { name: 'count', text: 'select count(*)::int as count from word' }
const ADD = { name: 'add', text: 'insert into word (id, text) values ($1, $2) returning id, text' }

let database: Awaited<ReturnType<typeof cloneTestDatabase>>
/** The tests never run two queries at once, so the pool holds one connection. */
let pool: pg.Pool
let other: pg.Client
let readyForQuery: number

beforeEach(async () => {
  database = await cloneTestDatabase('zaaksysteem')
  pool = createPool(database.url, createLogger('test'))
  pool.on('connect', (client) => {
    client.connection.on('readyForQuery', () => {
      readyForQuery += 1
    })
  })
  other = new pg.Client({ connectionString: database.url })
  await other.connect()
  await pool.query('create table word (id int primary key, text text)')
})
afterEach(async () => {
  await pool.end()
  await other.end()
  await database.drop()
})

async function backendPid() {
  return (await pool.query('select pg_backend_pid() as pid')).rows[0].pid
}

/** Runs LOCK and `statements` while another connection holds the lock, and `meanwhile` once LOCK waits. */
async function runBehindLock(statements: Parameters<typeof runPipeline>[1], meanwhile: () => Promise<unknown>) {
  const pid = await backendPid()
  await other.query('begin; select pg_advisory_xact_lock(1)')
  const outcome = runPipeline(pool, [LOCK, ...statements]).then(
    (results) => ({ results }),
    (error: Error) => ({ error }),
  )
  while ((await other.query('select pg_blocking_pids($1) as pids', [pid])).rows[0].pids.length === 0) {}
  await meanwhile()
  await other.query('commit')
  return outcome
}

test('several statements are one message and one transaction', async () => {
  const now = { name: 'now', text: 'select now(), pg_current_xact_id()::text as id' }
  const before = await runPipeline(pool, [COUNT])
  expect(before).toEqual([[{ count: 0 }]])
  readyForQuery = 0
  const text = "O'Brien \\' ; \u{1F600}"
  const [first, added, count, last] = await runPipeline(pool, [now, { ...ADD, values: ['7', text] }, COUNT, now])
  expect(readyForQuery).toBe(1)
  expect(added).toEqual([{ id: 7, text }])
  expect(count).toEqual([{ count: 1 }])
  expect(first).toEqual([{ now: expect.any(Date), id: expect.stringMatching(/^\d+$/) }])
  expect(last).toEqual(first)
})

test('a statement sees what was committed while the one before it waited for a lock', async () => {
  const add = () => other.query("insert into word values (1, 'meanwhile')")
  expect(await runBehindLock([COUNT], add)).toEqual({ results: [[{ pg_advisory_xact_lock: '' }], [{ count: 1 }]] })
})

test('its settings apply to its own statements only', async () => {
  const text = `
    select name, setting from pg_settings
    where name in ('plan_cache_mode', 'enable_seqscan', 'enable_bitmapscan', 'enable_material') order by name`
  const { rows: before } = await pool.query(text)
  expect(await runPipeline(pool, [{ name: 'settings', text }])).toEqual([
    [
      { name: 'enable_bitmapscan', setting: 'off' },
      { name: 'enable_material', setting: 'off' },
      { name: 'enable_seqscan', setting: 'off' },
      { name: 'plan_cache_mode', setting: 'force_generic_plan' },
    ],
  ])
  expect((await pool.query(text)).rows).toEqual(before)
})

test('an error in a later statement rolls back the earlier ones, and the next run works', async () => {
  const add = { ...ADD, values: ['1', 'once'] }
  await expect(runPipeline(pool, [add, add, COUNT])).rejects.toMatchObject({ code: '23505' })
  expect(await runPipeline(pool, [COUNT, add])).toEqual([[{ count: 0 }], [{ id: 1, text: 'once' }]])
})

test('an error at the commit rejects', async () => {
  await pool.query('alter table word add unique (text) deferrable initially deferred')
  const twice = ['1', '2'].map((id) => ({ ...ADD, values: [id, 'twice'] }))
  await expect(runPipeline(pool, twice)).rejects.toMatchObject({ code: '23505' })
  expect(await runPipeline(pool, [COUNT])).toEqual([[{ count: 0 }]])
})

test('each statement is parsed once per connection and keeps its plan', async () => {
  const find = { name: 'find', text: 'select text from word where id = $1' }
  for (const id of ['1', '2', '3']) await runPipeline(pool, [{ ...find, values: [id] }])
  const { rows } = await pool.query(
    'select name, generic_plans, custom_plans from pg_prepared_statements order by name',
  )
  expect(rows).toEqual([
    { name: 'find', generic_plans: '3', custom_plans: '0' },
    { name: 'keep_plans', generic_plans: '3', custom_plans: '0' },
  ])
})

test('a statement whose plan a migration broke is planned again', async () => {
  const all = { name: 'all', text: 'select * from word' }
  await runPipeline(pool, [all])
  await other.query('alter table word drop column text')
  await expect(runPipeline(pool, [all])).rejects.toMatchObject({ code: '0A000' })
  await other.query('insert into word values (1)')
  expect(await runPipeline(pool, [all])).toEqual([[{ id: 1 }]])
})

test('losing the connection midway rejects, and the next run gets a new one', async () => {
  const pid = await backendPid()
  const terminate = () => other.query('select pg_terminate_backend($1)', [pid])
  expect(await runBehindLock([COUNT], terminate)).toEqual({ error: expect.any(Error) })
  expect(await runPipeline(pool, [COUNT])).toEqual([[{ count: 0 }]])
})
