import { EventEmitter, once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { requestSink } from './request-sink.ts'
import { USER_AGENT } from './user-agent.ts'

const DEMO = { allowPrivateSinks_DEMO_ONLY: true }
const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.push(() => server.close())
  return (server.address() as AddressInfo).port
}

/** A server that answers in a way of its own. */
async function httpSink(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => answer(response))
  })
  closers.push(() => server.closeAllConnections())
  return `http://127.0.0.1:${await listening(server)}/`
}

const post = (sink: string, policy = DEMO, timeoutMs?: number) =>
  requestSink({ method: 'POST', sink, headers: {}, body: '{}', policy, timeoutMs })

test.each([200, 201, 202, 204])('%d delivers', async (status) => {
  const sink = await httpSink((response) => response.writeHead(status).end())
  expect(await post(sink)).toMatchObject({ httpStatus: status, foutsoort: null })
})

test.each([
  [400, 'http_4xx'],
  [410, 'http_4xx'],
  [429, 'http_4xx'],
  [500, 'http_5xx'],
  [503, 'http_5xx'],
  [304, 'redirect'],
])('%d is the failure %s', async (status, foutsoort) => {
  const sink = await httpSink((response) => response.writeHead(status).end())
  expect(await post(sink)).toMatchObject({ httpStatus: status, foutsoort })
})

test.each([301, 302, 303, 307, 308])('the target of a %d is never contacted', async (status) => {
  let contacted = false
  const target = await httpSink((response) => {
    contacted = true
    response.end()
  })
  const sink = await httpSink((response) => response.writeHead(status, { Location: target }).end())
  expect(await post(sink)).toMatchObject({ httpStatus: status, foutsoort: 'redirect' })
  expect(contacted).toBe(false)
})

test('an answer of exactly 64 kB is read, one byte more is too large', async () => {
  const sized = (bytes: number) => httpSink((response) => response.end(Buffer.alloc(bytes)))
  expect(await post(await sized(65_536))).toMatchObject({ foutsoort: null })
  expect(await post(await sized(65_537))).toMatchObject({ httpStatus: 200, foutsoort: 'too_large' })
})

test('an endless answer is cut off', async () => {
  const steps = new EventEmitter()
  const closed = once(steps, 'closed')
  const sink = await httpSink((response) => {
    response.on('close', () => steps.emit('closed'))
    const fill = () => {
      while (response.write(Buffer.alloc(16_384)));
    }
    response.on('drain', fill)
    fill()
  })
  expect(await post(sink)).toMatchObject({ foutsoort: 'too_large' })
  await closed
})

test('a sink that does not answer times out', async () => {
  const sink = await httpSink(() => {})
  expect(await post(sink, DEMO, 50)).toMatchObject({ httpStatus: null, foutsoort: 'timeout' })
})

test('a body that drips past the total limit times out, although its status was 200', async () => {
  const sink = await httpSink((response) => {
    response.writeHead(200)
    const drip = setInterval(() => response.write('.'), 5)
    closers.push(() => clearInterval(drip))
  })
  expect(await post(sink, DEMO, 400)).toMatchObject({ httpStatus: 200, foutsoort: 'timeout' })
})

test('a sink that breaks the connection is reset', async () => {
  const port = await listening(createTcpServer((socket: Socket) => socket.on('data', () => socket.resetAndDestroy())))
  expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ httpStatus: null, foutsoort: 'reset' })
})

test('a closed port is connect, a name that does not exist is dns, and a server without TLS is tls', async () => {
  const server = createTcpServer()
  const port = await listening(server)
  server.close()
  expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ foutsoort: 'connect' })
  expect(await post('https://bestaat-niet.invalid/')).toMatchObject({ foutsoort: 'dns' })
  const plain = await httpSink((response) => response.end())
  expect(await post(plain.replace('http:', 'https:'))).toMatchObject({ foutsoort: 'tls' })
})

test('a name or address inside the network is not connected to in production', async () => {
  let connected = false
  const port = await listening(
    createTcpServer(() => {
      connected = true
    }),
  )
  const production = { allowPrivateSinks_DEMO_ONLY: false }
  for (const host of ['localhost', '127.0.0.1', '[::1]']) {
    expect(await post(`https://${host}:${port}/`, production)).toMatchObject({ foutsoort: 'blocked_address' })
  }
  expect(connected).toBe(false)
})

test('header values of a sink that are not ASCII do no harm', async () => {
  const port = await listening(
    createTcpServer((socket) =>
      socket.on('data', () => socket.end('HTTP/1.1 204 No Content\r\nX-Naam: gemeente €\r\nConnection: close\r\n\r\n')),
    ),
  )
  expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ httpStatus: 204, foutsoort: null })
})

test('the user agent carries the version of package.json', () => {
  expect(USER_AGENT).toBe(`Zaakbode/${JSON.parse(readFileSync('package.json', 'utf8')).version}`)
})
