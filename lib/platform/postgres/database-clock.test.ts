import { afterAll, afterEach, expect, test } from 'vitest'
import { SECOND_MS } from '../durations.ts'
import { createLogger } from '../logger.ts'
import { createPool } from './create-pool.ts'
import { createDatabaseClock, findAfwijkendeKlokken, watchClock } from './database-clock.ts'
import { cloneTestDatabase } from './test-database.ts'

const log = createLogger('test', { write: () => {} }, 'silent')
const started: { stop: AbortController; ended: Promise<void> }[] = []

const database = await cloneTestDatabase('zaaksysteem')
const pool = createPool(database.url, log)
afterEach(async () => {
  for (const { stop, ended } of started.splice(0)) {
    stop.abort()
    await ended
  }
  await pool.query('delete from afwijkende_klok')
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

/** Starts a process whose clock is off by this much. */
async function startProcess(offset: { seconds: number }, proces: 'worker' | 'web' = 'worker') {
  const clock = createDatabaseClock(pool, () => new Date(Date.now() + offset.seconds * SECOND_MS))
  const stop = new AbortController()
  const { ended } = await watchClock({ clock, pool, log }, { proces, signal: stop.signal })
  started.push({ stop, ended })
}

const found = () => findAfwijkendeKlokken({ pool })

test.each([-3600, -31, 31, 3600])(
  'a clock that is %i s off is reported, with the difference and the start',
  async (seconds) => {
    await startProcess({ seconds })
    const [klok] = await found()
    expect(klok).toMatchObject({ proces: 'worker', machine: expect.any(String) })
    expect(Math.round(klok?.voorSeconden as number)).toBe(seconds)
    expect(Math.abs((klok?.sinds.getTime() as number) - Date.now())).toBeLessThan(10 * SECOND_MS)
  },
)

test.each([-29, 0, 29])('a clock that is %i s off is not reported', async (seconds) => {
  await startProcess({ seconds })
  expect(await found()).toEqual([])
})

test('a report is updated and keeps its start until the clock is right', async () => {
  const offset = { seconds: 40 }
  await startProcess(offset)
  await startProcess({ seconds: -40 }, 'web')
  const [first] = await found()
  offset.seconds = 50
  await expect.poll(async () => Math.round((await found())[0]?.voorSeconden as number)).toBe(50)
  expect((await found())[0]?.sinds).toEqual(first?.sinds)
  offset.seconds = 0
  await expect.poll(found).toMatchObject([{ proces: 'web' }])
})

test('the report of a dead process expires, and the next report of another deletes its row', async () => {
  await startProcess({ seconds: 40 })
  const dead = "update afwijkende_klok set id = gen_random_uuid(), gemeten_op = gemeten_op - interval '16 seconds'"
  await expect.poll(async () => (await pool.query(dead)).rowCount).toBe(1)
  await startProcess({ seconds: 50 })
  await expect.poll(async () => (await found()).map(({ voorSeconden }) => Math.round(voorSeconden))).toContain(50)
  const { rows } = await pool.query("select from afwijkende_klok where gemeten_op < now() - interval '15 seconds'")
  expect(rows).toEqual([])
})
