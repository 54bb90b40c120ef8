import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { createEventTail, type EventTail, followGebeurtenissen } from './event-tail.ts'
import { ALLES } from './gebeurtenissen-query.ts'

const logged: string[] = []
const log = { debug() {}, info() {}, warn() {}, error: (_: object, message: string) => void logged.push(message) }
const opened: TestZaaksysteem[] = []
let ctx: TestZaaksysteem
let tail: EventTail
let leaving: AbortController

beforeEach(async () => {
  ctx = await createTestZaaksysteem()
  opened.push(ctx)
  tail = createEventTail({ ...ctx, log })
  leaving = new AbortController()
})
afterAll(async () => {
  for (const one of opened) await one.close()
})

let last: number
async function add(count: number) {
  const { rows } = await ctx.pool.query(
    `insert into gebeurtenis (id, zaak_id, type, vastgelegd_op, sequence, body)
     select gen_random_uuid(), gen_random_uuid(), 'x', now(), before + n, '{}'
     from generate_series(1, $1::int) n, (select coalesce(max(sequence), 0) as before from gebeurtenis) highest
     returning sequence`,
    [count],
  )
  last = rows.at(-1).sequence
}

/** A reader that reads as fast as it can, and the sequences that it got. */
function follow(vanaf: number) {
  const has: number[] = []
  let waits = 0
  const { after } = tail
  const watched: Pick<EventTail, 'after' | 'grown'> = {
    after,
    grown(...position) {
      waits += 1
      return tail.grown(...position)
    },
  }
  async function read() {
    const stukken = followGebeurtenissen(watched, { vanaf, selectie: ALLES, signal: leaving.signal })
    for (;;) {
      const { done, value } = await stukken.next()
      if (done) return value
      has.push(...value.gewenst.map(({ sequence }) => sequence))
    }
  }
  return { has, ended: read(), isComplete: () => has.length === last - vanaf, isWaiting: () => waits > 0 }
}
const upTo = (first: number) => Array.from({ length: last - first }, (_, index) => first + 1 + index)

/** Calls `look` until `isTrue`, as NOTIFY and the poll do. */
async function lookUntil(isTrue: () => boolean) {
  await expect
    .poll(async () => {
      await tail.look()
      return isTrue()
    })
    .toBe(true)
}

test('readers with any start get every event of a burst once and in order', async () => {
  await add(1_500)
  const readers = [0, 1, 700, 1_499, 1_500].map((vanaf) => ({ vanaf, ...follow(vanaf) }))
  for (const count of [1, 249, 250, 251, 1, 2_000, 3, 6_000]) {
    await add(count)
    await tail.look()
  }
  await lookUntil(() => readers.every(({ isComplete }) => isComplete()))
  for (const { vanaf, has } of readers) expect(has).toEqual(upTo(vanaf))
})

test('a burst is read from the database once for all readers', async () => {
  await add(10)
  const readers = Array.from({ length: 100 }, () => follow(10))
  await lookUntil(() => readers.every(({ isWaiting }) => isWaiting()))
  const query = vi.spyOn(ctx.pool, 'query')
  await add(1_000)
  await lookUntil(() => readers.every(({ isComplete }) => isComplete()))
  expect(query.mock.calls.length).toBeLessThan(20)
  query.mockRestore()
})

test('a reader that returns slightly behind is served from memory', async () => {
  await add(5)
  const first = follow(5)
  await lookUntil(first.isWaiting)
  await add(100)
  await lookUntil(first.isComplete)
  const query = vi.spyOn(ctx.pool, 'query')
  expect((await tail.after(20)).gebeurtenissen).toHaveLength(85)
  expect(query).not.toHaveBeenCalled()
  query.mockRestore()
})

test('no event is lost while the database does not respond', async () => {
  await add(1)
  const reader = follow(1)
  await lookUntil(reader.isWaiting)
  const query = vi.spyOn(ctx.pool, 'query').mockRejectedValue(new Error('connection lost') as never)
  await tail.look()
  expect(logged).toEqual(['New events could not be read; trying again'])
  query.mockRestore()
  await add(3)
  await lookUntil(reader.isComplete)
  expect(reader.has).toEqual([2, 3, 4])
})

test('nothing is read while no reader waits', async () => {
  const query = vi.spyOn(ctx.pool, 'query')
  await tail.look()
  expect(query).not.toHaveBeenCalled()
  query.mockRestore()
})

test('a reader gets sequence_unknown after the database was restored, instead of missing reused sequences', async () => {
  await add(20)
  const reader = follow(20)
  await lookUntil(reader.isWaiting)
  await ctx.pool.query('delete from gebeurtenis where sequence > 10')
  await tail.look()
  expect(await reader.ended).toBe('sequence_unknown')
})

test('the wait of a reader that leaves ends', async () => {
  await add(1)
  const reader = follow(1)
  leaving.abort()
  expect(await reader.ended).toBeUndefined()
})
