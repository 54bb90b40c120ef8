import { expect, test } from 'vitest'
import type { ClaimedBezorging } from './claim/claim-bezorgingen.ts'
import { createInFlight } from './in-flight.ts'

let nowMs = 0

function start(places: number) {
  const inFlight = createInFlight({ places, onFree: () => {}, nowMs: () => nowMs })
  return {
    inFlight,
    /** Sends one bezorging. The returned function ends it. */
    send(abonnementId: string) {
      const sent = Promise.withResolvers<void>()
      inFlight.add([{ abonnementId } as ClaimedBezorging], sent.promise)
      return async () => {
        sent.resolve()
        await sent.promise
        await Promise.resolve()
      }
    },
    slow: () => [...(inFlight.free().slow?.inTurn.keys() ?? [])],
  }
}

test('a bezorging takes a place until it ends', async () => {
  const { inFlight, send } = start(10)
  const end = send('a')
  send('a')
  send('b')
  expect(inFlight.free()).toMatchObject({ limit: 7, inFlight: new Map(Object.entries({ a: 2, b: 1 })) })
  await end()
  expect(inFlight.free()).toMatchObject({ limit: 8, inFlight: new Map(Object.entries({ a: 1, b: 1 })) })
})

test('a sink is slow once a response takes a second, and fast again after one in time', async () => {
  const { send, slow } = start(10)
  const endSlow = send('a')
  nowMs += 999
  const endFast = send('b')
  expect(slow()).toEqual([])
  nowMs += 1
  expect(slow()).toEqual(['a'])
  await endFast()
  await endSlow()
  expect(slow()).toEqual(['a'])
  await send('a')()
  expect(slow()).toEqual([])
})

test('a slow sink counts as fast after a minute without bezorgingen', async () => {
  const { send, slow } = start(10)
  const end = send('a')
  nowMs += 1_000
  await end()
  nowMs += 59_999
  expect(slow()).toEqual(['a'])
  nowMs += 1
  expect(slow()).toEqual([])
})

test.each([
  [20, 492],
  [200, 312],
  [1_000, 0],
])('%i slow sinks together get half of the places', (count, limit) => {
  const { inFlight, send } = start(1_024)
  for (let number = 0; number < count; number++) send(`slow ${number}`)
  expect(inFlight.free().slow?.limit).toBe(512)
  nowMs += 1_000
  send('fast')
  expect(inFlight.free()).toMatchObject({ limit: 1_024 - count - 1, slow: { limit } })
})

test('slow sinks take turns when there are fewer places than sinks', () => {
  const { inFlight, send } = start(10)
  for (const id of ['a', 'b', 'c']) send(id)
  nowMs += 1_000
  const turns = [1, 2, 3].map(() => [...(inFlight.free().slow?.inTurn ?? [])].flatMap(([id, its]) => (its ? [id] : [])))
  expect(turns.map((ids) => ids.length)).toEqual([2, 2, 2])
  expect(new Set(turns.flat())).toEqual(new Set(['a', 'b', 'c']))
})
