import { afterEach, expect, test } from 'vitest'
import { addAbonnement } from '../bezorging/test-abonnement.ts'
import { createZaaksysteemContext } from '../context.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { superviseFailing } from './supervise-failing.ts'

const HOUR_MS = 60 * 60 * 1000
const FALEND_SINDS = new Date('2026-11-20T09:00:00Z')
let now: Date

const ctx = await openTestZaaksysteem({ clock: () => now })
afterEach(() => ctx.db.abonnement.deleteMany())

const afterHours = (hours: number) => {
  now = new Date(FALEND_SINDS.getTime() + hours * HOUR_MS)
}
const meldingen = async () => {
  const rows = await ctx.db.melding.findMany({ orderBy: { aangemaaktOp: 'asc' } })
  return rows.map(({ soort, gegeven }) => `${soort} ${gegeven}`)
}
const abonnement = () => ctx.db.abonnement.findFirstOrThrow()

async function addFailing() {
  afterHours(0)
  await addAbonnement(ctx, { falendSinds: FALEND_SINDS })
}

test('warns at 50, 70 and 90 % of 5 days, also without further attempts, and then disables', async () => {
  await addFailing()
  const seen: [number, string[]][] = []
  for (const hours of [59.9, 60, 83.9, 84, 107.9, 108, 119.9, 120, 200]) {
    afterHours(hours)
    const before = (await meldingen()).length
    await superviseFailing(ctx)
    seen.push([hours, (await meldingen()).slice(before)])
  }
  expect(seen).toEqual([
    [59.9, []],
    [60, ['falend 50']],
    [83.9, []],
    [84, ['falend 70']],
    [107.9, []],
    [108, ['falend 90']],
    [119.9, []],
    [120, ['uitgeschakeld failing']],
    [200, []],
  ])
  const statusSinds = new Date(FALEND_SINDS.getTime() + 120 * HOUR_MS)
  expect(await abonnement()).toMatchObject({ status: 'uitgeschakeld', statusreden: 'failing', statusSinds })
})

test('concurrent supervisors warn once and disable once', async () => {
  await addFailing()
  const contexts = [1, 2, 3, 4].map(() => createZaaksysteemContext(ctx.env, { clock: () => now, log: ctx.log }))
  for (const hours of [61, 121]) {
    afterHours(hours)
    await Promise.all([...contexts, ...contexts].map((context) => superviseFailing(context)))
  }
  expect(await meldingen()).toEqual(['falend 50', 'uitgeschakeld failing'])
  for (const context of contexts) await context.close()
})

test('a success during supervision keeps the abonnement actief', async () => {
  await addFailing()
  afterHours(121)
  const success = await ctx.pool.connect()
  await success.query('begin')
  await success.query('update abonnement set falend_sinds = null')
  const supervising = superviseFailing(ctx)
  const waiting =
    "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
  await expect.poll(async () => (await ctx.pool.query(waiting)).rows[0].n).toBe(1)
  await success.query('commit')
  success.release()
  await supervising
  expect(await abonnement()).toMatchObject({ status: 'actief' })
  expect(await meldingen()).toEqual([])
})

test('after a pause of the workers only the highest mark gets a melding', async () => {
  await addFailing()
  afterHours(110)
  await superviseFailing(ctx)
  expect(await meldingen()).toEqual(['falend 90'])
})

test('an abonnement that is gepauzeerd gets no warning and is not disabled', async () => {
  await addFailing()
  await ctx.db.abonnement.updateMany({ data: { status: 'gepauzeerd' } })
  afterHours(121)
  await superviseFailing(ctx)
  expect(await meldingen()).toEqual([])
  expect(await abonnement()).toMatchObject({ status: 'gepauzeerd' })
})
