import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { KeptBody, KeptResponse } from './kept-response.ts'
import { sendResponse } from './send-response.ts'

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

/** A client that asks and then reads nothing. */
async function ask() {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => {}).write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  const [, response] = await answered
  return { socket, response }
}

function streamOf(pull: UnderlyingDefaultSource<Uint8Array>['pull'], cancel: () => void) {
  return new Response(new ReadableStream<Uint8Array>({ ...(pull && { pull }), cancel }), {
    headers: { 'Content-Type': 'text/event-stream' },
  })
}

test('who takes nothing of a stream for half a minute is cut off, and the stream is cancelled', async () => {
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

test('a client that left before its stream began leaves no stream behind', async () => {
  const { socket, response } = await ask()
  socket.destroy()
  await once(response, 'close')
  const cancel = vi.fn()
  await sendResponse(response, streamOf(undefined, cancel))
  expect(cancel).toHaveBeenCalledOnce()
})

test('what the process keeps is sent as it lies there, to each who asks, and read as any response', async () => {
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
