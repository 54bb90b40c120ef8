import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLane } from './lane.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A lane of two places and a queue of four, and what became of the requests that entered it. */
function arrange() {
  const lane = createLane({ places: 2, queue: 4 })
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
        refuse: () => events.push(`${name} refused`),
      })
    },
    async finish(name: string) {
      finish.get(name)?.()
      await vi.advanceTimersByTimeAsync(0)
    },
    giveUp: (name: string) => responses.get(name)?.emit('close'),
  }
}

test('a place that comes free goes to who waits longest', async () => {
  const lane = arrange()
  for (const name of ['a', 'b', 'c', 'd']) lane.enter(name)
  expect(lane.events).toEqual(['a handled', 'b handled'])
  await lane.finish('b')
  await lane.finish('a')
  expect(lane.events.slice(2)).toEqual(['c handled', 'd handled'])
})

test('when the queue is full the next is refused at once', () => {
  const lane = arrange()
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) lane.enter(name)
  expect(lane.events).toEqual(['a handled', 'b handled', 'g refused'])
})

test('one party fills half of the queue, and another still gets its turn', async () => {
  const lane = arrange()
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) lane.enter(name, 'busy')
  expect(lane.events.slice(2)).toEqual(['e refused', 'f refused'])
  lane.enter('x', 'quiet')
  for (const name of ['a', 'b', 'c']) await lane.finish(name)
  expect(lane.events.slice(4)).toEqual(['c handled', 'd handled', 'x handled'])
})

test('who waits too long is refused, and leaves its place in the queue to another', async () => {
  const lane = arrange()
  for (const name of ['a', 'b', 'c']) lane.enter(name)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(lane.events.slice(2)).toEqual(['c refused'])
  await lane.finish('a')
  expect(lane.events.slice(3)).toEqual([])
})

test('who gives up while waiting is neither handled nor refused', async () => {
  const lane = arrange()
  for (const name of ['a', 'b', 'c', 'd']) lane.enter(name)
  lane.giveUp('c')
  await lane.finish('a')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(lane.events.slice(2)).toEqual(['d handled'])
})
