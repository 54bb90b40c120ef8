import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { addToDate, dateInAmsterdam } from '#lib/platform/calendar.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { expireAanvulling } from '../zaak/handelingen/aanvulling/expire-aanvulling.ts'
import { receiveAanvulling } from '../zaak/handelingen/aanvulling/receive-aanvulling.ts'
import { requestAanvulling } from '../zaak/handelingen/aanvulling/request-aanvulling.ts'
import { undoHandeling } from '../zaak/handelingen/herstel/undo-handeling.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { correctStatus } from '../zaak/handelingen/status/correct-status.ts'
import { reopenZaak } from '../zaak/handelingen/status/reopen-zaak.ts'
import { resumeZaak } from '../zaak/handelingen/stilstand/resume-zaak.ts'
import { suspendZaak } from '../zaak/handelingen/stilstand/suspend-zaak.ts'
import { extendZaak } from '../zaak/handelingen/verlenging/extend-zaak.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { findDoorlooptijd } from './find-doorlooptijden.ts'
import { LEAST_ZAKEN, measureDoorlooptijden } from './measure-doorlooptijden.ts'

const ZAAKTYPE = 'APV-STAND'
const PEILDATUM = '2027-12-20'
const DAY_MS = 86_400_000
const AT_ONCE = 8
let now: Date
const ctx = await openTestZaaksysteem({ clock: () => now })
beforeEach(() => {
  now = new Date(`${PEILDATUM}T11:00:00Z`)
})

const STOP_ENDS = ['hervat', 'ontvangen', 'verlopen', 'hersteld'] as const
const ENDS = [
  'besluit',
  'besluit',
  'besluit',
  'besluit',
  'ingetrokken',
  'corrected',
  'reopened',
  'still',
  'open',
] as const

type Plan = {
  /** the number of days before the peildatum on which it began */
  age: number
  isExtended: boolean
  /** each stop: days of work, then suspended days, then how the suspension ends */
  stops: { work: number; still: number; end: (typeof STOP_ENDS)[number] }[]
  /** the days of work after the stops; suspended days when the end is `still` */
  last: number
  end: (typeof ENDS)[number]
}

const plan: fc.Arbitrary<Plan> = fc.record({
  age: fc.integer({ min: 40, max: 420 }),
  isExtended: fc.boolean(),
  stops: fc.array(
    fc.record({
      work: fc.integer({ min: 0, max: 9 }),
      still: fc.integer({ min: 1, max: 9 }),
      end: fc.constantFrom(...STOP_ENDS),
    }),
    { maxLength: 2 },
  ),
  last: fc.integer({ min: 0, max: 60 }),
  end: fc.constantFrom(...ENDS),
})

/** A zaak with each of its suspended days, as a slow reference counts them. */
type Course = { from: string; to: string; still: Set<string>; counts: boolean }

async function live({ age, isExtended, stops, last, end }: Plan): Promise<Course> {
  let clock = new Date(now.getTime() - age * DAY_MS)
  const then = { ...ctx, clock: () => clock }
  const today = () => dateInAmsterdam(clock)
  const from = today()
  const still = new Set<string>()
  const { change } = await registerTestZaak(then, { zaaktype: ZAAKTYPE, rollen: ['heropenen'] })
  let versie = 0
  const act = () => ({ ...change, versie: ++versie, toelichting: 'Omdat het moet.' })
  const pass = (days: number) => {
    clock = new Date(clock.getTime() + days * DAY_MS)
  }
  const passStill = (days: number) => {
    for (let day = 1; day <= days; day++) still.add(addToDate(today(), `P${day}D`))
    pass(days)
  }
  const done = async (outcome: Promise<{ ok: boolean }>) => expect(await outcome).toMatchObject({ ok: true })
  const suspend = () =>
    suspendZaak(then, { ...act(), reden: 'overmacht', op: today(), tot: addToDate(today(), 'P30D') })
  const close = (resultaat: string) =>
    changeStatus(then, {
      ...act(),
      statustype: 'besluit_genomen',
      resultaat,
      bekendmakingsdatum: addToDate(today(), 'P30D'),
      eerdereBesluiten: 'vervangen',
    })

  if (isExtended) await done(extendZaak(then, { ...act(), dagen: 14 }))
  for (const { work, still: days, end: how } of stops) {
    pass(work)
    const uiterlijk = addToDate(today(), how === 'verlopen' ? `P${days}D` : 'P30D')
    if (how === 'hervat' || how === 'hersteld') await done(suspend())
    else await done(requestAanvulling(then, { ...act(), uiterlijk, aanvullingen: [{ naam: 'Foto' }] }))
    passStill(days)
    if (how === 'hersteld') {
      passStill(1)
      await done(resumeZaak(then, { ...act(), op: today() }))
      await done(undoHandeling(then, act()))
    }
    // the day on which the term resumes counts already
    pass(1)
    if (how === 'hervat' || how === 'hersteld') await done(resumeZaak(then, { ...act(), op: today() }))
    else if (how === 'ontvangen') await done(receiveAanvulling(then, { ...act(), op: today() }))
    else await done(expireAanvulling(then, act()))
  }
  if (end === 'still') {
    await done(suspend())
    passStill(last)
    pass(1)
  } else pass(last)
  if (end === 'open') return { from, to: today(), still, counts: false }
  await done(close(end === 'ingetrokken' ? 'ingetrokken' : 'verleend'))
  if (end === 'reopened') await done(reopenZaak(then, act()))
  if (end === 'corrected') await done(correctStatus(then, act()))
  if (end === 'reopened' || end === 'corrected') {
    pass(3)
    await done(close('geweigerd'))
  }
  return { from, to: today(), still, counts: end !== 'ingetrokken' && end !== 'reopened' }
}

async function liveAll(plans: Plan[]): Promise<Course[]> {
  const courses: Course[] = []
  for (let index = 0; index < plans.length; index += AT_ONCE) {
    courses.push(...(await Promise.all(plans.slice(index, index + AT_ONCE).map(live))))
  }
  return courses
}

function weeksOf({ from, to, still }: Course): number {
  let days = 0
  for (let day = from; day < to; ) {
    day = addToDate(day, 'P1D')
    if (!still.has(day)) days += 1
  }
  return Math.max(1, Math.ceil(days / 7))
}

function within(weeks: number[], outOfTen: number): number | null {
  if (weeks.length < LEAST_ZAKEN) return null
  const areDone = (most: number) => weeks.filter((one) => one <= most).length * 10 >= weeks.length * outOfTen
  return weeks.toSorted((one, other) => one - other).find(areDone) ?? null
}

test('the measurement equals a count of each day of each zaak', async () => {
  const seen = new Set<unknown>()
  await fc.assert(
    fc.asyncProperty(fc.array(plan, { minLength: 30, maxLength: 65, size: 'max' }), async (plans) => {
      await ctx.pool.query('truncate zaak cascade')
      await ctx.pool.query('truncate doorlooptijd')
      const vanaf = addToDate(PEILDATUM, '-P1Y')
      const courses = (await liveAll(plans)).filter(({ counts, to }) => counts && to > vanaf && to <= PEILDATUM)
      const weeks = courses.map(weeksOf)
      await measureDoorlooptijden(ctx)
      const expected = { helftBinnenWeken: within(weeks, 5), negenVanTienBinnenWeken: within(weeks, 9) }
      const measured = await findDoorlooptijd(ctx, ZAAKTYPE)
      expect(measured).toEqual({ zaaktype: ZAAKTYPE, peildatum: PEILDATUM, aantal: weeks.length, ...expected })
      for (const value of Object.values(expected)) seen.add(value)
    }),
    { numRuns: 3, seed: 7 },
  )
  // some cases with too few zaken, and some with enough
  expect(seen).toContain(null)
  expect(seen.size).toBeGreaterThan(3)
}, 180_000)

const inOneDay = (count: number): Plan[] =>
  Array.from({ length: count }, () => ({ age: 50, isExtended: false, stops: [], last: 0, end: 'besluit' }))

test('30 zaken are enough and 29 are not; it is measured once a day; zero days count as one week', async () => {
  await ctx.pool.query('truncate zaak cascade')
  await ctx.pool.query('truncate doorlooptijd')
  await liveAll(inOneDay(LEAST_ZAKEN - 1))
  expect(await measureDoorlooptijden(ctx)).toBe(10)
  const tooFew = { aantal: LEAST_ZAKEN - 1, helftBinnenWeken: null, negenVanTienBinnenWeken: null }
  expect(await findDoorlooptijd(ctx, ZAAKTYPE)).toMatchObject(tooFew)

  await liveAll(inOneDay(1))
  expect(await measureDoorlooptijden(ctx)).toBe(0)
  expect(await findDoorlooptijd(ctx, ZAAKTYPE)).toMatchObject(tooFew)

  now = new Date(now.getTime() + DAY_MS)
  await Promise.all([measureDoorlooptijden(ctx), measureDoorlooptijden(ctx)])
  const enough = { aantal: LEAST_ZAKEN, helftBinnenWeken: 1, negenVanTienBinnenWeken: 1 }
  expect(await findDoorlooptijd(ctx, ZAAKTYPE)).toMatchObject(enough)
  expect(await findDoorlooptijd(ctx, 'OMG-KAP')).toMatchObject({ aantal: 0, helftBinnenWeken: null })
})
