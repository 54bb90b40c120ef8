import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { Gebeurtenis } from './gebeurtenis.ts'
import type { OpenedStroom } from './open-stroom.ts'
import type { Stroom } from './start-stromen.ts'
import { serveWebSocket } from './stroom-upgrade.ts'

const BEATS = 10

/** Serves a reader at position 7; `takes` is false for a network that accepts no data. */
async function serve({ takes = true } = {}) {
  const close = vi.fn()
  const ping = vi.fn()
  const send = vi.fn((_message, _options, taken: () => void) => takes && taken())
  const socket = Object.assign(new EventEmitter(), { close, ping, send })
  const ending = new AbortController()
  const end = (reason: string) => ending.abort(reason)
  const stroom = { signal: ending.signal, end, beat() {} } as unknown as Stroom
  async function* stukken(): OpenedStroom['stukken'] {
    yield { gewenst: [new Gebeurtenis(6, { type: 't', subject: 's', zaaktype: 'z' }, '{}')], tot: 7 }
    await new Promise(() => {})
    return undefined
  }
  const log = { error: () => expect.fail() }
  void serveWebSocket({ stroom, vanaf: 5, stukken: stukken() }, socket as unknown as WebSocket, log)
  await expect.poll(() => send.mock.calls).not.toEqual([])
  await new Promise(setImmediate)
  return { socket, stroom, close, ping }
}

test('a reader that answers pings stays, and gets its position in them', async () => {
  const { socket, stroom, close, ping } = await serve()
  for (let beat = 0; beat < BEATS; beat++) {
    stroom.beat()
    socket.emit('pong')
  }
  expect(ping.mock.calls).toEqual([['5'], ...Array(BEATS).fill(['7'])])
  expect(close).not.toHaveBeenCalled()
})

test('a reader that answers no ping is disconnected at the third beat', async () => {
  const { stroom, close } = await serve()
  for (let beat = 0; beat < 2; beat++) stroom.beat()
  expect(close).not.toHaveBeenCalled()
  stroom.beat()
  expect(close).toHaveBeenCalledExactlyOnceWith(1013, 'too_slow')
})

test('while an event is not accepted by the network no ping follows it, and the reader is disconnected', async () => {
  const { stroom, close, ping } = await serve({ takes: false })
  for (let beat = 0; beat < 3; beat++) stroom.beat()
  expect(ping).toHaveBeenCalledExactlyOnceWith('5')
  expect(close).toHaveBeenCalledExactlyOnceWith(1013, 'too_slow')
})
