import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Server, ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createWebServer } from './create-web-server.ts'
import { MAX_ACT_BYTES, pageAdmission } from './page-admission.ts'

const SECOND = 1_000
let server: Server
let handled: ServerResponse[]

/** A server of which no page answers. */
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  handled = []
  const transport = { certificate: undefined, trustedProxies: [], demo: true }
  const never = (_: unknown, response: ServerResponse) => {
    handled.push(response)
    return new Promise(() => {})
  }
  server = createWebServer(transport, never, [], pageAdmission()).listen(0)
  await once(server, 'listening')
})
afterEach(() => {
  vi.useRealTimers()
  server.closeAllConnections()
  server.close()
})

function send(head: string, { localAddress = '127.0.0.1' } = {}): Socket {
  const { port } = server.address() as AddressInfo
  const socket = connect({ port, host: '127.0.0.1', localAddress })
  socket.on('error', () => {}).resume()
  socket.write(`${head} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}`)
  return socket
}
const closed = (sockets: Socket[]) => Promise.all(sockets.map((socket) => once(socket, 'close')))

test('an act that is never answered ends after 20 seconds, and leaves its place to the next', async () => {
  const acts = Array.from({ length: 32 }, () => send('POST /mijn'))
  await expect.poll(() => handled).toHaveLength(32)
  await vi.advanceTimersByTimeAsync(19 * SECOND)
  expect(acts.some((socket) => socket.closed)).toBe(false)
  const all = closed(acts)
  await vi.advanceTimersByTimeAsync(SECOND)
  await all
  send('POST /mijn')
  await expect.poll(() => handled).toHaveLength(33)
})

test('whoever sends many leaves half of the places to others', async () => {
  const crowd = Array.from({ length: 40 }, () => send('POST /mijn'))
  await expect.poll(() => handled).toHaveLength(32)
  const other = send('POST /mijn', { localAddress: '127.0.0.2' })
  await expect.poll(() => handled).toHaveLength(33)
  for (const socket of [...crowd, other]) socket.destroy()
})

test('pages that are read, the webhook and live streams stand in no line', async () => {
  const crowd = Array.from({ length: 40 }, () => send('POST /mijn'))
  await expect.poll(() => handled).toHaveLength(32)
  const others = ['GET /mijn', 'POST /api/publieksportaal/webhooks', 'GET /api/publieksportaal/live'].map((head) =>
    send(head),
  )
  await expect.poll(() => handled).toHaveLength(35)
  for (const socket of [...crowd, ...others]) socket.destroy()
})

test('a form that is too long is refused before it is read, as long as Next.js would', async () => {
  expect(readFileSync('next.config.mjs', 'utf8')).toContain(`bodySizeLimit: '${MAX_ACT_BYTES / 1024}kb'`)
  const { port } = server.address() as AddressInfo
  const post = (path: string, bytes: number) =>
    fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: 'a'.repeat(bytes) }).catch(() => undefined)
  const answer = await post('/mijn', MAX_ACT_BYTES + 1)
  expect([answer?.status, handled.length]).toEqual([413, 0])
  const others = [post('/mijn', MAX_ACT_BYTES), post('/api/publieksportaal/webhooks', MAX_ACT_BYTES + 1)]
  await expect.poll(() => handled).toHaveLength(2)
  server.closeAllConnections()
  await Promise.all(others)
})

test('a body that does not come is not waited for, at any address', async () => {
  const { port } = server.address() as AddressInfo
  const slow = ['POST /mijn', 'GET /mijn', 'POST /api/publieksportaal/webhooks'].map((head) => {
    const socket = connect(port, '127.0.0.1').on('error', () => {})
    socket.write(`${head} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{`)
    return socket
  })
  await expect.poll(() => handled).toHaveLength(3)
  const all = closed(slow)
  await vi.advanceTimersByTimeAsync(5 * SECOND)
  await all
})
