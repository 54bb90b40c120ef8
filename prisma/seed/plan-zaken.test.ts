import { expect, test } from 'vitest'
import { DEMO_ZAAK_ID } from '#demo/stage/demo-zaak.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { LEAST_ZAKEN } from '#lib/zaaksysteem/doorlooptijd/measure-doorlooptijden.ts'
import { openTestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import type { PlannedStatus } from './plan-steps.ts'
import { AANTAL_ZAKEN, planZaken } from './plan-zaken.ts'
import { createRandom, daysAfter } from './random.ts'

const ctx = await openTestZaaksysteem()
const zaaktypen = await findZaaktypen(ctx)

/** Includes every weekday, both changes of the clock, midnight and the turn of a year. */
const days = Array.from({ length: 40 }, (_, index) => daysAfter(new Date('2026-11-22T00:05:00Z'), index * 9.07))

test.each(days)('planned on %s, every history is in chronological order and in the past', (now) => {
  const zaken = planZaken(createRandom(7), { now, zaaktypen })
  expect(zaken).toHaveLength(AANTAL_ZAKEN)
  for (const { at, steps } of zaken) {
    const times = [at, ...steps.map((step) => step.at), now].map((moment) => moment.getTime())
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(new Set(times).size).toBe(times.length)
  }
  const closed = zaken.filter(({ steps }) => {
    const last = steps.at(-1)
    return last?.soort === 'statuswijziging' && last.resultaat
  })
  expect(closed.length / AANTAL_ZAKEN).toBeGreaterThan(0.33)
  expect(closed.length / AANTAL_ZAKEN).toBeLessThan(0.47)
  const demoZaak = zaken.findIndex(({ id }) => id === DEMO_ZAAK_ID)
  expect(demoZaak + 1).toBe(123)
  const asDemoZaak = closed.filter(({ zaaktype, steps }) => {
    const { resultaat } = steps.at(-1) as PlannedStatus
    return zaaktype === zaken[demoZaak]?.zaaktype && resultaat !== 'ingetrokken'
  })
  expect(asDemoZaak.length).toBeGreaterThan(LEAST_ZAKEN)
  expect(zaken.filter(({ steps }) => steps.some(({ soort }) => soort === 'heropening'))).toHaveLength(3)
})
