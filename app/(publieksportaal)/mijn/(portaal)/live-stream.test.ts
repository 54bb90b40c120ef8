import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { EventSource } from 'eventsource'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LIVE_EVENT, SESSIE_EVENT, STAND_EVENT } from '#lib/contract/live-message.ts'
import { followLive } from './live-stream.ts'

const MESSAGE = { zaakId: 'zaak-1', versie: 2 }
const STAND = { op: '2026-11-25T10:00:00.000Z', isLate: false }

let server: Server
let signedIn: string
let stop: () => void
let events: unknown[]
let beat: () => void

beforeEach(async () => {
  events = []
  server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' })
    response.write(`event: ${SESSIE_EVENT}\ndata: ${signedIn}\n\n`)
    beat = () => response.write(`event: ${STAND_EVENT}\ndata: ${JSON.stringify(STAND)}\n\n`)
    response.write(`id: 2\nevent: ${LIVE_EVENT}\ndata: ${JSON.stringify(MESSAGE)}\n\n`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
  vi.stubGlobal(
    'EventSource',
    class extends EventSource {
      constructor(path: string) {
        super(new URL(path, origin))
      }
    },
  )
})
afterEach(() => {
  stop()
  server.closeAllConnections()
  server.close()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function follow() {
  stop = followLive({
    burgerId: crypto.randomUUID(),
    sessieId: 'own',
    vanaf: 1,
    onMessage: (message) => events.push(message),
    onState: (state) => events.push(state),
    onStand: (stand) => events.push(stand),
    onGap: () => events.push('gap'),
  })
}

test("a stream of the page's own session keeps the page current", async () => {
  signedIn = 'own'
  follow()
  await expect.poll(() => events).toEqual(['open', 'open', MESSAGE])
})

test('a stream of another session is ignored, and following ends', async () => {
  signedIn = 'other'
  follow()
  await expect.poll(() => events).toEqual(['ended'])
  await expect.poll(() => new Promise((resolve) => server.getConnections((_, count) => resolve(count)))).toBe(0)
  expect(events).toEqual(['ended'])
})

test('a stream that misses a heartbeat is replaced by a new connection', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise(setImmediate)
  }
  signedIn = 'own'
  follow()
  await until(() => events.length === 3)
  vi.advanceTimersByTime(15_000)
  beat()
  await until(() => events.length === 5)
  vi.advanceTimersByTime(19_999)
  expect(events).toEqual(['open', 'open', MESSAGE, 'open', STAND])
  vi.advanceTimersByTime(1)
  expect(events.at(-1)).toBe('interrupted')
  vi.advanceTimersByTime(20_000)
  await until(() => events.length === 8)
  expect(events.slice(6)).toEqual(['open', 'open'])
})
