import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLane } from './lane.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Creates a lane of two places, and the events of its requests. */
function arrange(options: { each?: number } = {}) {
  const lane = createLane({ places: 2, ...options })
  const events: string[] = []
  const finish = new Map<string, () => void>()
  const responses = new Map<string, EventEmitter>()
  return {
    events,
    enter(name: string, party = name) {
      const response = new EventEmitter() as ServerResponse
      responses.set(name, response)
      lane.enter({
        party,
        response,
        handle: () => {
          events.push(`${name} handled`)
          return new Promise<void>((resolve) => finish.set(name, resolve))
        },
        refuse: (seconds) => events.push(`${name} refused for ${seconds} s`),
      })
    },
    async finish(name: string) {
      finish.get(name)?.()
      await vi.advanceTimersByTimeAsync(0)
    },
    giveUp: (name: string) => responses.get(name)?.emit('close'),
  }
}

test('a free place goes to the request that waits longest', async () => {
  const lane = arrange()
  for (const name of ['a', 'b', 'c', 'd']) lane.enter(name)
  expect(lane.events).toEqual(['a handled', 'b handled'])
  await lane.finish('b')
  await lane.finish('a')
  expect(lane.events.slice(2)).toEqual(['c handled', 'd handled'])
})

test('a free place goes to the party with the fewest running requests', async () => {
  const lane = arrange()
  for (const name of ['a', 'b', 'c', 'd']) lane.enter(name, 'busy')
  lane.enter('x', 'quiet')
  await lane.finish('a')
  await lane.finish('b')
  await lane.finish('x')
  expect(lane.events.slice(2)).toEqual(['x handled', 'c handled', 'd handled'])
})

test('a party gets no more than its maximum, and the other places stay free', async () => {
  const lane = arrange({ each: 1 })
  for (const name of ['a', 'b']) lane.enter(name, 'busy')
  lane.enter('x', 'quiet')
  expect(lane.events).toEqual(['a handled', 'x handled'])
  await lane.finish('x')
  expect(lane.events.slice(2)).toEqual([])
  await lane.finish('a')
  expect(lane.events.slice(2)).toEqual(['b handled'])
})

test('a party that fills half of the queue is refused at once', () => {
  const lane = arrange()
  for (let count = 0; count < 502; count++) lane.enter(String(count), 'busy')
  lane.enter('e', 'busy')
  lane.enter('x', 'quiet')
  expect(lane.events).toEqual(['0 handled', '1 handled', 'e refused for 2 s'])
})

test('a refusal has the estimated wait in seconds', async () => {
  const lane = arrange()
  for (const name of ['a', 'b']) lane.enter(name)
  await vi.advanceTimersByTimeAsync(8_000)
  for (const name of ['a', 'b']) await lane.finish(name)
  for (const name of ['c', 'd', 'e', 'f']) lane.enter(name)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(lane.events.slice(4)).toEqual(['e refused for 6 s', 'f refused for 3 s'])
})

test('a request that waits too long is refused and leaves the queue', async () => {
  const lane = arrange()
  for (const name of ['a', 'b', 'c']) lane.enter(name)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(lane.events.slice(2)).toEqual(['c refused for 2 s'])
  await lane.finish('a')
  expect(lane.events.slice(3)).toEqual([])
})

test('a client that leaves while waiting is neither handled nor refused', async () => {
  const lane = arrange()
  for (const name of ['a', 'b', 'c', 'd']) lane.enter(name)
  lane.giveUp('c')
  await lane.finish('a')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(lane.events.slice(2)).toEqual(['d handled'])
})
