import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { VerkeerRun } from './verkeer-run.ts'

let nummer = 0
/** The events that the portal received, by id. */
const received = new Map<string, Date>()
let isWatched = true
let isBusy = false
const close = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  nummer = 0
  received.clear()
  isWatched = true
  isBusy = false
  close.mockClear()
})
afterEach(() => {
  vi.useRealTimers()
})

const startRun = ({ liveMs = 30 }: { liveMs?: number } = {}) =>
  new VerkeerRun({
    change: () => {
      if (isBusy) return undefined
      const gebeurtenisId = `gebeurtenis ${++nummer}`
      return Promise.resolve({ gebeurtenisId, committedAt: Date.now(), liveMs: Promise.resolve(liveMs) })
    },
    findReceived: async (ids) =>
      ids.flatMap((id) => (received.has(id) ? [{ id, ontvangenOp: received.get(id) as Date }] : [])),
    close,
    pids: () => ({}),
    isWatched: () => isWatched,
  })

const receiveAll = ({ afterMs = 0 } = {}) => {
  for (let one = 1; one <= nummer; one++) received.set(`gebeurtenis ${one}`, new Date(Date.now() + afterMs))
}

test('changes are made at the requested rate, and count as waiting until the portal has them', async () => {
  const run = startRun()
  run.set(20)
  await vi.advanceTimersByTimeAsync(5_000)
  const { gemaakt, ontvangen, gezien, wachtrij, metingen } = run.stand()
  expect(gemaakt).toBeGreaterThanOrEqual(98)
  expect(gemaakt).toBeLessThanOrEqual(100)
  expect({ ontvangen, gezien }).toEqual({ ontvangen: 0, gezien: gemaakt })
  expect(wachtrij, 'as it was at the end of a second').toBeGreaterThanOrEqual(gemaakt - 1)
  expect(metingen.at(-1)).toMatchObject({ ontvangen: 0, totOntvangst: null, totPagina: { p50: 30, p95: 30 } })
})

test('after the stop the run continues until the portal has every event, and then ends', async () => {
  const run = startRun()
  run.set(20)
  await vi.advanceTimersByTimeAsync(1_000)
  run.set(0)
  await vi.advanceTimersByTimeAsync(3_000)
  expect(run.isOver).toBe(false)
  receiveAll({ afterMs: -3_000 })
  await vi.advanceTimersByTimeAsync(1_000)
  const { gemaakt, ontvangen, wachtrij } = run.stand()
  expect({ ontvangen, wachtrij }).toEqual({ ontvangen: gemaakt, wachtrij: 0 })
  expect(run.isOver).toBe(true)
  expect(close).toHaveBeenCalledOnce()
})

test('the run ends by itself at the announced time', async () => {
  const run = startRun()
  run.set(1)
  const { eindigtOp } = run.stand()
  expect(Date.parse(eindigtOp as string)).toBe(Date.now() + 120_000)
  await vi.advanceTimersByTimeAsync(121_000)
  const { perSeconde, gemaakt } = run.stand()
  expect(perSeconde).toBe(0)
  expect(gemaakt).toBeLessThanOrEqual(120)
})

test('the run ends when no page polls any more', async () => {
  const run = startRun()
  run.set(10)
  await vi.advanceTimersByTimeAsync(1_000)
  isWatched = false
  await vi.advanceTimersByTimeAsync(1_000)
  expect(run.stand()).toMatchObject({ perSeconde: 0, eindigtOp: null })
})

test('changes that cannot be made in time are skipped', async () => {
  const run = startRun()
  run.set(100)
  isBusy = true
  await vi.advanceTimersByTimeAsync(10_000)
  isBusy = false
  await vi.advanceTimersByTimeAsync(1_000)
  expect(run.stand().gemaakt).toBeLessThanOrEqual(101)
})
