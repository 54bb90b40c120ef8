import { beforeEach, expect, test } from 'vitest'
import { type Clock, systemClock, systemWait, type Wait } from '../clock.ts'
import { createLogger } from '../logger.ts'
import { createBell, runTasks, type Task } from './run-tasks.ts'

type Waiting = { ms: number; pass(): void }

let lines: string[]
let waiting: Waiting[]
let stop: AbortController
beforeEach(() => {
  lines = []
  waiting = []
  stop = new AbortController()
  clock = systemClock
})

/** Waits until the test calls `pass`, or its signal aborts. */
const wait: Wait = async (ms, until) => {
  if (until?.aborted) return
  await new Promise<void>((resolve) => {
    const waits = { ms, pass }
    function pass() {
      waiting.splice(waiting.indexOf(waits), 1)
      resolve()
    }
    waiting.push(waits)
    until?.addEventListener('abort', pass, { once: true })
  })
}
let clock: Clock
const start = (...tasks: Task<{ clock: Clock; log: ReturnType<typeof createLogger> }>[]) =>
  runTasks(
    { clock, log: createLogger('test', { write: (line) => lines.push(line) }, 'warn') },
    { tasks, signal: stop.signal, wait },
  )
const waits = () => waiting.map(({ ms }) => ms)

/** Creates a task that counts its rounds. Each returns the next of `answers`, or else `undefined`. */
function counting(answers: (unknown | (() => Promise<unknown>))[] = []) {
  let rounds = 0
  const run = async () => {
    const answer = answers[rounds++]
    return typeof answer === 'function' ? answer() : answer
  }
  return { run, rounds: () => rounds }
}

test('a task runs at once and after each wait, and one that never ends does not delay it', async () => {
  const task = counting()
  void start(
    { name: 'stuck', run: () => new Promise(() => {}), everyMs: 1 },
    { name: 'task', run: task.run, everyMs: 30 },
  )
  for (const round of [1, 2, 3]) {
    await expect.poll(waits).toEqual([30])
    expect(task.rounds()).toBe(round)
    waiting[0]?.pass()
  }
})

test('a round that fails is logged with the name of its task, and retried', async () => {
  const task = counting([() => Promise.reject(new Error('a secret'))])
  void start({ name: 'purge', run: task.run, everyMs: 30 })
  await expect.poll(waits).toEqual([30])
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ reason: 'purge', err: { name: 'Error' } }])
  waiting[0]?.pass()
  await expect.poll(task.rounds).toBe(2)
})

test('a round that returns more is followed after the rest, without the wait', async () => {
  const task = counting([{ more: true }, { more: false }])
  void start({ name: 'task', run: task.run, everyMs: 30, restMs: () => 5 })
  await expect.poll(waits).toEqual([5])
  waiting[0]?.pass()
  await expect.poll(task.rounds).toBe(2)
  await expect.poll(waits).toEqual([5])
  waiting[0]?.pass()
  await expect.poll(waits).toEqual([30])
  expect(task.rounds()).toBe(2)
})

test('a ring ends the wait but not the rest, and is not lost during a round or a rest', async () => {
  const bell = createBell()
  const task = counting([async () => bell.ring()])
  void start({ name: 'task', run: task.run, everyMs: 30, restMs: () => 5, bell })
  await expect.poll(waits).toEqual([5])
  bell.ring()
  expect(waits()).toEqual([5])
  waiting[0]?.pass()
  await expect.poll(task.rounds).toBe(2)
  waiting[0]?.pass()
  await expect.poll(waits).toEqual([30])
  bell.ring()
  await expect.poll(task.rounds).toBe(3)
})

test('an abort ends every wait, and the current round still finishes', async () => {
  let end = () => {}
  const under = counting([
    () =>
      new Promise<void>((resolve) => {
        end = resolve
      }),
  ])
  const resting = counting()
  let ended = false
  const running = start(
    { name: 'under way', run: under.run, everyMs: 30 },
    { name: 'resting', run: resting.run, everyMs: 30, restMs: () => 5 },
  ).then(() => {
    ended = true
  })
  await expect.poll(waits).toEqual([5])
  stop.abort()
  await expect.poll(waits).toEqual([])
  expect(ended).toBe(false)
  end()
  await running
  expect([under.rounds(), resting.rounds()]).toEqual([1, 1])
})

test('systemWait ends when its signal aborts, before it or during it', async () => {
  const waitingLong = systemWait(60_000, stop.signal)
  stop.abort()
  await waitingLong
  await systemWait(60_000, stop.signal)
})

test('while the clock is off, no task runs', async () => {
  clock = Object.assign(() => new Date(), { measure: async () => {}, aheadMs: () => 31_000 })
  const task = counting()
  void start({ name: 'task', run: task.run, everyMs: 30 })
  await expect.poll(waits).toEqual([30])
  expect(task.rounds()).toBe(0)
})
