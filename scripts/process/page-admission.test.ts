import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Server, ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sealTicket } from '#lib/platform/objects/bytes-ticket.ts'
import { createWebServer } from '#lib/platform/web-server/create-web-server.ts'
import { MAX_ACT_BYTES, pageAdmission } from './page-admission.ts'
import { unansweredPage } from './unanswered-page.ts'

const SECOND = 1_000
const SECRET = 'a secret of thirty-two bytes or more'
let server: Server
let handled: ServerResponse[]
let isBusy: boolean
let isStarved: boolean

/** Starts a server whose pages never respond. */
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  handled = []
  isBusy = false
  isStarved = false
  const transport = { certificate: undefined, trustedProxies: [], demo: true }
  const never = (_: unknown, response: ServerResponse) => {
    handled.push(response)
    return new Promise(() => {})
  }
  const secrets = { publieksportaal: SECRET, zaaksysteem: SECRET }
  const machine = { isBusy: () => isBusy, isStarved: () => isStarved }
  server = createWebServer(transport, never, [], pageAdmission({ secrets, machine }), unansweredPage).listen(0)
  await once(server, 'listening')
})
afterEach(() => {
  vi.useRealTimers()
  server.closeAllConnections()
  server.close()
})

function send(head: string, { localAddress = '127.0.0.1', accept = '*/*' } = {}): Socket {
  const { port } = server.address() as AddressInfo
  const socket = connect({ port, host: '127.0.0.1', localAddress })
  socket.on('error', () => {}).resume()
  socket.write(`${head} HTTP/1.1\r\nHost: localhost\r\nAccept: ${accept}\r\nContent-Length: 2\r\n\r\n{}`)
  return socket
}
const closed = (sockets: Socket[]) => Promise.all(sockets.map((socket) => once(socket, 'close')))

test('a server action without a response ends after 20 seconds, and frees its place', async () => {
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

test('a server action whose response has begun ends after 20 seconds too', async () => {
  const act = send('POST /mijn')
  await expect.poll(() => handled).toHaveLength(1)
  handled[0]?.write('begun')
  const end = once(act, 'close')
  await vi.advanceTimersByTimeAsync(20 * SECOND)
  await end
})

test('one sender of many actions leaves half of the places to others', async () => {
  const crowd = Array.from({ length: 40 }, () => send('POST /mijn'))
  await expect.poll(() => handled).toHaveLength(32)
  const other = send('POST /mijn', { localAddress: '127.0.0.2' })
  await expect.poll(() => handled).toHaveLength(33)
  for (const socket of [...crowd, other]) socket.destroy()
})

test('page reads, the webhook and live streams do not queue behind actions', async () => {
  const crowd = Array.from({ length: 40 }, () => send('POST /mijn'))
  await expect.poll(() => handled).toHaveLength(32)
  const others = ['GET /mijn', 'POST /api/publieksportaal/webhooks', 'GET /api/publieksportaal/live'].map((head) =>
    send(head),
  )
  await expect.poll(() => handled).toHaveLength(35)
  for (const socket of [...crowd, ...others]) socket.destroy()
})

test('a form above the limit is refused before it is read', async () => {
  expect(readFileSync('next.config.ts', 'utf8')).toContain(`bodySizeLimit: '${MAX_ACT_BYTES / 1024}kb'`)
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

test('many page reads or sign-ins from one address run a few at a time, and do not delay other addresses', async () => {
  const paths = [
    'GET /mijn/inloggen',
    'GET /api/publieksportaal/auth/csrf',
    'GET /api/publieksportaal/agenda/x.ics',
    'POST /api/publieksportaal/afmelden/x',
    'GET /api/zaaksysteem/v1/openapi.json?x',
  ]
  const crowd = paths.flatMap((head) => Array.from({ length: 20 }, () => send(head)))
  await expect.poll(() => handled).toHaveLength(8)
  const others = paths.map((head) => send(head, { localAddress: '127.0.0.2' }))
  await expect.poll(() => handled).toHaveLength(13)
  // Paths that Next.js does not serve, from the crowd's address too.
  const machines = [
    'GET /api/health/ready',
    'GET /api/zaaksysteem/jwks.json',
    'OPTIONS /api/publieksportaal/webhooks',
  ].map((head) => send(head))
  await expect.poll(() => handled).toHaveLength(16)
  for (const socket of [...crowd, ...others, ...machines]) socket.destroy()
})

test('a slow reader of a page holds its place for a second, and gets the whole page', async () => {
  isBusy = true
  const slow = Array.from({ length: 8 }, () => send('GET /mijn'))
  await expect.poll(() => handled).toHaveLength(8)
  for (const response of handled) response.write('begun')
  const next = send('GET /mijn')
  await vi.advanceTimersByTimeAsync(0.9 * SECOND)
  expect(handled).toHaveLength(8)
  await vi.advanceTimersByTimeAsync(0.1 * SECOND)
  await expect.poll(() => handled).toHaveLength(9)
  handled[8]?.write('begun')
  await vi.advanceTimersByTimeAsync(60 * SECOND)
  expect([...slow, next].some((socket) => socket.closed)).toBe(false)
  for (const socket of [...slow, next]) socket.destroy()
})

test('a busy process queues further pages, and answers them with 503 after 20 seconds', async () => {
  isBusy = true
  const { port } = server.address() as AddressInfo
  const ask = () => fetch(`http://127.0.0.1:${port}/mijn`, { headers: { accept: 'text/html' } })
  const first = Array.from({ length: 8 }, ask)
  await expect.poll(() => handled).toHaveLength(8)
  const next = send('GET /mijn')
  await vi.advanceTimersByTimeAsync(19 * SECOND)
  expect(handled).toHaveLength(8)
  await vi.advanceTimersByTimeAsync(SECOND)
  for (const answer of await Promise.all(first)) {
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('Het is nu te druk')])
  }
  await expect.poll(() => handled).toHaveLength(9)
  next.destroy()
})

test('a page that waits while the processor is idle holds its place for a second', async () => {
  const waiting = Array.from({ length: 8 }, () => send('GET /mijn'))
  await expect.poll(() => handled).toHaveLength(8)
  const next = send('GET /mijn')
  await vi.advanceTimersByTimeAsync(SECOND)
  await expect.poll(() => handled).toHaveLength(9)
  for (const socket of [...waiting, next]) socket.destroy()
})

test('a body that does not arrive gets 408 and a closed connection, at any address', async () => {
  const { port } = server.address() as AddressInfo
  const slow = ['POST /mijn', 'GET /mijn', 'POST /api/publieksportaal/webhooks'].map((head) => {
    const socket = connect(port, '127.0.0.1')
    socket.write(`${head} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{`)
    return socket
  })
  await expect.poll(() => handled).toHaveLength(3)
  const aborted = handled.map((response) => once(response, 'close'))
  const answers = Promise.all(slow.map((socket) => text(socket)))
  await vi.advanceTimersByTimeAsync(5 * SECOND)
  for (const answer of await answers) {
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/)
    expect(answer).toMatch(/^content-type: application\/problem\+json\r$/im)
    expect(answer).toMatch(/^connection: close\r$/im)
    expect(answer).toContain('"code":"request_timeout"')
  }
  await Promise.all(aborted)
})

test('a slow body whose response has begun closes its connection without another response', async () => {
  const { port } = server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  socket.write('POST /mijn HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{')
  await expect.poll(() => handled).toHaveLength(1)
  handled[0]?.write('begun')
  const answer = text(socket).catch((err) => err.code)
  await expect.poll(() => socket.bytesRead).toBeGreaterThan(0)
  await vi.advanceTimersByTimeAsync(5 * SECOND)
  expect(await answer).not.toContain('408')
})

test.each([
  ['publieksportaal', '/mijn/zaken/ZAAK?document=druk'],
  ['zaaksysteem', '/balie/zaken/ZAAK?document=druk#documenten'],
])(
  'each person has a share of the downloads at the %s; a slow reader delays nobody else, and is told so',
  async (system, pagina) => {
    const zaakId = crypto.randomUUID()
    async function fetchAs(wie: string, accept = 'image/*') {
      const given = { wie, sessieId: crypto.randomUUID(), zaakId, documentId: crypto.randomUUID() }
      return send(`GET /api/${system}/documenten/${await sealTicket(SECRET, given)}?toon`, { accept })
    }
    const answerOf = async (sent: Promise<Socket>) => String((await once(await sent, 'data'))[0])
    const [slow, other] = [crypto.randomUUID(), crypto.randomUUID()]
    await Promise.all(Array.from({ length: 8 }, () => fetchAs(slow)))
    await expect.poll(() => handled).toHaveLength(8)
    // They keep their places, longer than the second after which a page frees its place.
    await vi.advanceTimersByTimeAsync(5 * SECOND)
    const told = [answerOf(fetchAs(slow, 'text/html,*/*')), answerOf(fetchAs(slow))]
    await fetchAs(other)
    await expect.poll(() => handled).toHaveLength(9)
    await vi.advanceTimersByTimeAsync(2 * SECOND)
    const [page, machine] = await Promise.all(told)
    expect(page).toMatch(/^HTTP\/1\.1 303 /)
    expect(page).toContain(`location: ${pagina.replace('ZAAK', zaakId)}`)
    expect(machine).toMatch(/^HTTP\/1\.1 503 .*\r\nretry-after: \d/s)
  },
)

test('an invalid ticket takes no document place', async () => {
  const strangers = Array.from({ length: 20 }, () => send('GET /api/publieksportaal/documenten/x'))
  await expect.poll(() => handled).toHaveLength(8)
  for (const socket of strangers) socket.destroy()
})

test('a starved process runs four pages at once and refuses others immediately; actions, machines and open pages continue', async () => {
  isStarved = true
  const { port } = server.address() as AddressInfo
  const ask = (path: string, accept: string) => fetch(`http://127.0.0.1:${port}${path}`, { headers: { accept } })
  const begin = () => send('GET /mijn', { accept: 'text/html' })
  const begun = Array.from({ length: 4 }, begin)
  await expect.poll(() => handled).toHaveLength(4)
  const page = await ask('/mijn', 'text/html')
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '10'])
  expect(await page.text()).toContain('Het is nu te druk')
  const program = await ask('/api/publieksportaal/agenda/x.ics', 'text/calendar')
  expect([program.status, (await program.json()).code]).toEqual([503, 'overloaded'])
  const others = [
    'POST /mijn',
    'GET /api/health/live',
    'POST /api/publieksportaal/webhooks',
    'GET /_next/static/x.js',
    'GET /mijn HTTP/1.1\r\nAccept: text/html\r\nRSC: 1\r\nX:',
  ].map((head) => send(head, { localAddress: '127.0.0.2' }))
  await expect.poll(() => handled).toHaveLength(9)

  const ended = once(handled[3] as ServerResponse, 'close')
  begun.at(3)?.destroy()
  await ended
  const next = begin()
  await expect.poll(() => handled).toHaveLength(10)
  for (const socket of [...begun, ...others, next]) socket.destroy()
})
