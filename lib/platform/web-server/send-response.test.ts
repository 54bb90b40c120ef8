import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { KeptBody, KeptResponse, keepPace, sendResponse } from './send-response.ts'

let server: Server
let answered: Promise<[unknown, ServerResponse]>
beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1')
  answered = once(server, 'request') as Promise<[unknown, ServerResponse]>
  await once(server, 'listening')
})
afterEach(() => {
  vi.useRealTimers()
  server.closeAllConnections()
  server.close()
})

/** Connects a client that sends a request and reads nothing. */
async function ask() {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => {}).write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  const [, response] = await answered
  keepPace(response)
  return { socket, response }
}

function streamOf(pull: UnderlyingDefaultSource<Uint8Array>['pull'], cancel: () => void) {
  return new Response(new ReadableStream<Uint8Array>({ ...(pull && { pull }), cancel }), {
    headers: { 'Content-Type': 'text/event-stream' },
  })
}

test('a client that reads nothing of a stream for half a minute is cut off, and the stream is cancelled', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { response } = await ask()
  const cancel = vi.fn()
  const sent = sendResponse(
    response,
    streamOf((events) => events.enqueue(new Uint8Array(1_000_000)), cancel),
  )
  await expect.poll(() => response.writableNeedDrain && vi.getTimerCount() > 0).toBe(true)
  await vi.advanceTimersByTimeAsync(30_000)
  await sent
  expect(response.destroyed).toBe(true)
  expect(cancel).toHaveBeenCalledOnce()
})

test('a stream is cancelled when the client left before it began', async () => {
  const { socket, response } = await ask()
  socket.destroy()
  await once(response, 'close')
  const cancel = vi.fn()
  await sendResponse(response, streamOf(undefined, cancel))
  expect(cancel).toHaveBeenCalledOnce()
})

test('a kept body is sent without a copy, and can be read as any response', async () => {
  const kept = new KeptBody(Buffer.from('é'.repeat(200_000)))
  const answer = () => new KeptResponse(kept, { 'Content-Type': 'application/json' })
  const { socket, response } = await ask()
  const end = vi.spyOn(response, 'end')
  await sendResponse(response, answer())
  expect(end.mock.calls[0]?.[0]).toBe(kept.bytes)
  const [head] = await once(socket, 'data')
  expect(String(head)).toContain('Content-Length: 400000')
  expect(await answer().text()).toBe(kept.bytes.toString())
  socket.destroy()
})

const TICK_MS = 5_000
/** Returns a response without end, which yields bytes on demand or never. */
const bytesOf = (pull?: UnderlyingDefaultSource<Uint8Array>['pull']) =>
  new Response(new ReadableStream<Uint8Array>({ ...(pull && { pull }) }, { highWaterMark: 0 }), {
    headers: { 'Content-Type': 'application/octet-stream', 'Content-Length': String(2 ** 40) },
  })
const endless = () => bytesOf((bytes) => bytes.enqueue(new Uint8Array(65_536)))

test('a client that reads nothing is cut off after its credit of three minutes', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const { response } = await ask()
  const sent = sendResponse(response, endless())
  await expect.poll(() => response.socket?.writableLength).toBeGreaterThan(0)
  await vi.advanceTimersByTimeAsync(36 * TICK_MS)
  expect(response.destroyed).toBe(false)
  await vi.advanceTimersByTimeAsync(TICK_MS)
  await sent
  expect(response.destroyed).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
})

test('a complete response that the client does not read is cut off too', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const { response } = await ask()
  await sendResponse(response, new Response(new Uint8Array(16_000_000)))
  await vi.advanceTimersByTimeAsync(37 * TICK_MS)
  expect(response.destroyed).toBe(true)
})

test('a client that reads 10 kB a second is not cut off, although the kernel takes bytes in leaps', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const { socket, response } = await ask()
  const sent = sendResponse(response, endless())
  await expect.poll(() => response.socket?.writableLength).toBeGreaterThan(0)
  let wish = 0
  socket.on('data', (bytes) => {
    wish -= bytes.byteLength
    if (wish <= 0) socket.pause()
  })
  for (let tick = 0; tick < 60; tick += 1) {
    wish += 50_000
    if (wish > 0) socket.resume()
    await expect.poll(() => wish).toBeLessThanOrEqual(0)
    await vi.advanceTimersByTimeAsync(TICK_MS)
  }
  expect(response.destroyed).toBe(false)
  socket.destroy()
  await sent
})

test('time in which there is nothing to send does not count', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const { socket, response } = await ask()
  const sent = sendResponse(response, bytesOf())
  await vi.advanceTimersByTimeAsync(100 * TICK_MS)
  expect(response.destroyed).toBe(false)
  socket.destroy()
  await sent
})

test('a stream is pulled only when the bytes before are written', async () => {
  const { socket, response } = await ask()
  const size = 8_000_000
  const pull = vi.fn((bytes: ReadableStreamDefaultController<Uint8Array>) => bytes.enqueue(new Uint8Array(size)))
  const sent = sendResponse(response, bytesOf(pull))
  await expect.poll(() => response.socket?.writableLength).toBeGreaterThan(0)
  expect(pull).toHaveBeenCalledOnce()
  socket.destroy()
  await sent
  expect(pull).toHaveBeenCalledOnce()
})
