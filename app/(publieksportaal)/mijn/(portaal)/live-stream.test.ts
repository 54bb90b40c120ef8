import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { EventSource } from 'eventsource'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LIVE_EVENT, SESSIE_EVENT } from '#lib/contract/live-message.ts'
import { followLive } from './live-stream.ts'

const MESSAGE = { zaakId: 'zaak-1', versie: 2 }

let server: Server
let signedIn: string
let stop: () => void
let events: unknown[]

beforeEach(async () => {
  events = []
  server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' })
    response.write(`event: ${SESSIE_EVENT}\ndata: ${signedIn}\n\n`)
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
})

function follow() {
  stop = followLive({
    burgerId: crypto.randomUUID(),
    sessieId: 'own',
    vanaf: 1,
    onMessage: (message) => events.push(message),
    onState: (state) => events.push(state),
    onGap: () => events.push('gap'),
  })
}

test('a stream of the sign-in that the page was made for keeps it current', async () => {
  signedIn = 'own'
  follow()
  await expect.poll(() => events).toEqual(['open', 'open', MESSAGE])
})

test('a stream of another sign-in is no news of this page: it ends', async () => {
  signedIn = 'other'
  follow()
  await expect.poll(() => events).toEqual(['ended'])
  await expect.poll(() => new Promise((resolve) => server.getConnections((_, count) => resolve(count)))).toBe(0)
  expect(events).toEqual(['ended'])
})
