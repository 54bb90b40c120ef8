import type { Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { requestSink } from './request-sink.ts'
import { type Misbehaviour, startHostileSink, startRawSink } from './test-hostile-sink.ts'
import { testPolicy } from './test-policy.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

async function rawSink(answer: (socket: Socket) => void) {
  const sink = await startRawSink(answer)
  closers.push(sink.close)
  return sink
}

async function sinkThat(behaviour: Misbehaviour) {
  const sink = await startHostileSink([behaviour])
  closers.push(sink.close)
  return sink
}

const policy = testPolicy({ allowPrivateSinks_DEMO_ONLY: true })
const post = (sink: string, timeoutMs?: number) =>
  requestSink({ method: 'POST', sink, headers: {}, body: '{}', policy, timeoutMs })

const DELIVERED = { foutsoort: null, foutdetail: null }
const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n'
const NO_CONTENT = 'HTTP/1.1 204 No Content\r\n\r\n'

test.each([
  [CONTINUE + NO_CONTENT],
  [CONTINUE + CONTINUE + NO_CONTENT],
  [`HTTP/1.1 100 Continue\r\nX-Naam: a\r\n\r\n${NO_CONTENT}`],
  [`HTTP/1.1 102 Processing\r\n\r\n${CONTINUE}HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${NO_CONTENT}`],
])('unrequested interim responses before the final one are skipped: %j', async (bytes) => {
  const { url, connections } = await rawSink((socket) => socket.write(bytes))
  for (let i = 0; i < 5; i++) expect(await post(url)).toMatchObject({ ...DELIVERED, httpStatus: 204 })
  expect(connections()).toBeLessThanOrEqual(2)
})

test('a 100 Continue in two chunks is skipped', async () => {
  const { url } = await rawSink((socket) => {
    socket.write('HTTP/1.1 10')
    setImmediate(() => socket.write(`0 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok`))
  })
  expect(await post(url)).toMatchObject({ ...DELIVERED, httpStatus: 200, body: 'ok', afgekapt: false })
})

test('the response after a 100 Continue decides, and without one the request times out', async () => {
  const failing = await rawSink((socket) => socket.write(`${CONTINUE}HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n`))
  expect(await post(failing.url)).toMatchObject({ httpStatus: 500, foutsoort: 'http_5xx' })
  const silent = await rawSink((socket) => socket.write(CONTINUE))
  expect(await post(silent.url, 50)).toMatchObject({ httpStatus: null, foutsoort: 'timeout' })
  const endless = await rawSink((socket) => {
    const go = () => {
      while (socket.writable && socket.write(CONTINUE));
    }
    socket.on('drain', go)
    go()
  })
  expect(await post(endless.url, 200)).toMatchObject({ httpStatus: null, foutsoort: 'timeout' })
})

test.each([
  ['Content-Length: 5\r\n\r\n'],
  ['Content-Length: 5\r\n\r\nhello'],
  ['Content-Length: 5\r\n\r\nhello, world'],
  ['Transfer-Encoding: chunked\r\n\r\n'],
  ['Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n'],
])('a 204 has no body, even with headers that announce one: %j', async (rest) => {
  const { url, connections } = await rawSink((socket) => socket.write(`HTTP/1.1 204 No Content\r\n${rest}`))
  for (let i = 1; i <= 3; i++) {
    expect(await post(url)).toMatchObject({ ...DELIVERED, httpStatus: 204, body: '', afgekapt: false })
    // The rest of a body may still come, and would be read as the next response.
    expect(connections()).toBe(i)
  }
})

test('only the beginning of a long response is kept', async () => {
  for (const size of [65_536, 65_537]) {
    const { url } = await sinkThat({ status: 200, body: Buffer.alloc(size, '.') })
    expect(await post(url)).toMatchObject({ ...DELIVERED, httpStatus: 200, body: '.'.repeat(4096), afgekapt: true })
  }
})

test('an endless 200 response counts as delivered, and its connection is closed', async () => {
  const sink = await sinkThat('endless')
  for (let i = 1; i <= 3; i++) {
    expect(await post(sink.url)).toMatchObject({ ...DELIVERED, httpStatus: 200, afgekapt: true })
    expect(sink.connections()).toBe(i)
  }
})

test('a body that drips past the total timeout does not undo its 200', async () => {
  const sink = await sinkThat('drip')
  let answer = await post(sink.url, 50)
  // On a busy machine the status itself may come after the limit.
  for (let limitMs = 100; answer.httpStatus === null; limitMs *= 2) answer = await post(sink.url, limitMs)
  expect(answer).toMatchObject({ ...DELIVERED, httpStatus: 200, body: expect.stringMatching(/^\.+$/), afgekapt: true })
})

test.each([
  ['ends early', 'Content-Length: 10\r\n\r\nhalf.'],
  ['is no chunk', 'Transfer-Encoding: chunked\r\n\r\nhalf.'],
  ['ends within a chunk', 'Transfer-Encoding: chunked\r\n\r\n6\r\nhalf.'],
])('a body that %s does not undo its 200', async (_how, rest) => {
  const { url } = await rawSink((socket) => socket.end(`HTTP/1.1 200 OK\r\n${rest}`))
  expect(await post(url)).toMatchObject({ ...DELIVERED, httpStatus: 200, afgekapt: true })
})

test('a connection that breaks within the body does not undo its 200, and keeps the part that came', async () => {
  const sink = await sinkThat('reset_in_body')
  expect(await post(sink.url)).toMatchObject({ ...DELIVERED, httpStatus: 200, body: 'half.', afgekapt: true })
})
