import { once } from 'node:events'
import type { IncomingMessage, Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listen } from '#tools/servers/listen.ts'
import { createWebServer } from './create-web-server.ts'
import { createRouter } from './router.ts'

const MIB = 1024 ** 2
const BODY = Buffer.alloc(8 * MIB, 7)
/** Far more than the pace requires in one period. */
const MINUTE_MS = 60_000

let server: Server
let port: number
let message: IncomingMessage
let stored: number
let stall: PromiseWithResolvers<void>
let logged: string[]
beforeEach(async () => {
  stored = 0
  logged = []
  stall = Promise.withResolvers()
  // Only the interval that measures the pace is fake.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const route = createRouter({
    routes: {
      '/api/bestanden': {
        async POST(request) {
          for await (const part of Readable.fromWeb(request.body as never)) {
            stored += part.byteLength
            await stall.promise
          }
          return new Response(String(stored))
        },
      },
    },
    log: { debug() {}, info() {}, warn() {}, error: (_, text) => void logged.push(text) },
  })
  const transport = { certificate: undefined, trustedProxies: [], demo: false, hostnames: ['localhost'] }
  server = createWebServer(transport, (request, response) => {
    message = request
    return route(request)?.(request, response)
  })
  port = await listen(server)
})
afterEach(() => {
  vi.useRealTimers()
  server.closeAllConnections()
  server.close()
})

async function send(bytes: Buffer): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1' })
  await once(socket, 'connect')
  const head = `Host: localhost\r\nConnection: close\r\nContent-Length: ${BODY.byteLength}`
  socket.write(`POST /api/bestanden HTTP/1.1\r\n${head}\r\n\r\n`)
  socket.write(bytes)
  return socket
}

test('a store that stalls for a minute does not cut off an upload', async () => {
  const socket = await send(BODY)
  await expect.poll(() => message && message.readableLength >= message.readableHighWaterMark).toBe(true)
  vi.advanceTimersByTime(MINUTE_MS)
  stall.resolve()
  expect(await text(socket)).toMatch(new RegExp(`^HTTP/1.1 200 OK[^]*${BODY.byteLength}`))
  expect(logged).toEqual([])
})

test('a silent sender is cut off when the store is not behind', async () => {
  stall.resolve()
  const socket = await send(BODY.subarray(0, 100_000))
  await expect.poll(() => stored).toBe(100_000)
  vi.advanceTimersByTime(MINUTE_MS)
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /)
  await expect.poll(() => message.destroyed).toBe(true)
})

test('a sender that is silent after the store caught up is cut off', async () => {
  const socket = await send(BODY.subarray(0, 4 * MIB))
  await expect.poll(() => message && message.readableLength >= message.readableHighWaterMark).toBe(true)
  vi.advanceTimersByTime(MINUTE_MS)
  stall.resolve()
  await expect.poll(() => stored).toBe(4 * MIB)
  vi.advanceTimersByTime(MINUTE_MS)
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /)
  await expect.poll(() => message.destroyed).toBe(true)
})
