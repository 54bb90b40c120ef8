import { hostname } from 'node:os'
import { afterAll, afterEach, expect, test } from 'vitest'
import { startTestSmtp } from '#tools/servers/smtp-server.ts'
import { createLogger } from '../logger.ts'
import { createPool } from '../postgres/create-pool.ts'
import { createDatabaseClock, watchClock } from '../postgres/database-clock.ts'
import { cloneTestDatabase } from '../postgres/test-database.ts'
import { mailKlokken } from './mail-klokken.ts'

const log = createLogger('test', { write: () => {} }, 'silent')
let refuse = false
const started: { stop: AbortController; ended: Promise<void> }[] = []

const database = await cloneTestDatabase('zaaksysteem')
const pool = createPool(database.url, log)
const smtp = await startTestSmtp({ refuse: () => refuse })
afterEach(async () => {
  for (const { stop, ended } of started.splice(0)) {
    stop.abort()
    await ended
  }
  smtp.received.length = 0
  refuse = false
  await pool.query('delete from afwijkende_klok')
})
afterAll(async () => {
  await smtp.close()
  await pool.end()
  await database.drop()
})

/** A process whose clock is off by this much. */
async function startProcess(offset: { seconds: number }, proces: 'worker' | 'web' = 'worker') {
  const clock = createDatabaseClock(pool, () => new Date(Date.now() + offset.seconds * 1000))
  const stop = new AbortController()
  const { ended } = await watchClock({ clock, pool, log }, { proces, signal: stop.signal })
  started.push({ stop, ended })
}
const passed = (interval: string) =>
  pool.query('update afwijkende_klok set sinds = sinds - $1::interval, gemaild_op = gemaild_op - $1::interval', [
    interval,
  ])
const mail = () =>
  mailKlokken(
    { pool, log },
    {
      url: smtp.url,
      from: 'zaaksysteem@gemeente.test',
      beheerder: 'beheer@gemeente.test',
      lock: 9_000_001,
      systeem: 'het zaaksysteem',
      page: 'http://localhost:3000/balie/bezorgingen',
    },
  )

test('a clock that is off for a minute is mailed once, with advice', async () => {
  await startProcess({ seconds: 40 })
  await mail()
  expect(smtp.received).toEqual([])
  await passed('1 minute')
  await Promise.all([mail(), mail()])
  await mail()
  expect(smtp.received).toMatchObject([
    { to: ['beheer@gemeente.test'], subject: `De klok van ${hostname()} loopt niet gelijk` },
  ])
  expect(smtp.received[0]?.body).toContain(`- De worker op ${hostname()} loopt 40 seconden voor op de database, sinds `)
  expect(smtp.received[0]?.body).toContain('http://localhost:3000/balie/bezorgingen')
})

test('all processes of a machine are in one mail, and the next day brings another', async () => {
  await startProcess({ seconds: 40 })
  await startProcess({ seconds: 41 }, 'web')
  await passed('1 minute')
  await mail()
  expect(smtp.received.map(({ body }) => body.split('op de database')).at(0)).toHaveLength(3)
  await passed('1 day')
  await mail()
  await mail()
  expect(smtp.received).toHaveLength(2)
})

test('a clock that is right for a while and off again is mailed once that day', async () => {
  const offset = { seconds: 40 }
  await startProcess(offset)
  await passed('1 minute')
  await mail()
  offset.seconds = 0
  const rows = async () => (await pool.query('select from afwijkende_klok where voor_seconden > 49')).rowCount
  await expect
    .poll(
      async () =>
        (await pool.query("select from afwijkende_klok where gemeten_op < now() - interval '14 seconds'")).rowCount,
    )
    .toBe(1)
  await startProcess({ seconds: 50 })
  expect(await rows()).toBe(1)
  await passed('1 minute')
  await mail()
  expect(smtp.received).toHaveLength(1)
})

test('a mail that the server refuses is sent again later', async () => {
  await startProcess({ seconds: -3600 })
  await passed('1 minute')
  refuse = true
  await mail()
  refuse = false
  await mail()
  expect(smtp.received).toHaveLength(1)
  expect(smtp.received[0]?.body).toContain('loopt 60 minuten achter')
})
