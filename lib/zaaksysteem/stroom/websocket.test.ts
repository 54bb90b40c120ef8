import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { HTTP } from 'cloudevents'
import { WebSocket } from 'undici'
import { afterAll, expect, test } from 'vitest'
import { WebSocket as WsClient } from 'ws'
import { eventText } from '../outbox/event-text.ts'
import { createTestZaaksysteem } from '../test-context.ts'
import { closeStromen, stromenOf } from './start-stromen.ts'
import { addGebeurtenissen, PATH, startStroomServer } from './test-stroom-server.ts'

const KAP = 'OMG-KAP'
const FEEST = 'APV-EVEN'

const ctx = await createTestZaaksysteem()
const web = await startStroomServer(ctx)
await addGebeurtenissen(ctx, KAP, FEEST, KAP)
afterAll(async () => {
  await web.close()
  await ctx.close()
})

/** Opens a WebSocket of another library, and collects what it receives. */
function connectTo(query: string) {
  const socket = new WebSocket(`${web.url.replace('http', 'ws')}?${query}`, {
    protocols: 'cloudevents.json',
    headers: { Authorization: `Bearer ${ctx.apiToken}` },
  })
  const messages: string[] = []
  socket.addEventListener('message', ({ data }) => messages.push(data))
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.addEventListener('close', ({ code, reason }) => resolve({ code, reason })),
  )
  const sequences = () => messages.map((data) => Number(JSON.parse(data).sequence))
  return { socket, messages, sequences, closed }
}

test('each event is one text message, which the CloudEvents SDK reads', async () => {
  const { socket, messages, sequences } = connectTo('vanaf=1')
  await expect.poll(sequences).toEqual([2, 3])
  await addGebeurtenissen(ctx, FEEST)
  await expect.poll(sequences).toEqual([2, 3, 4])
  expect(socket.protocol).toBe('cloudevents.json')
  const { body } = await ctx.db.gebeurtenis.findUniqueOrThrow({ where: { sequence: 4 } })
  expect(messages[2]).toBe(eventText(ctx, body ?? ''))
  const headers = { 'content-type': 'application/cloudevents+json' }
  expect(HTTP.toEvent({ headers, body: messages[2] as string })).toMatchObject({ sequence: '4', specversion: '1.0' })
  socket.close()
})

test('a filtered WebSocket that reconnects with its last sequence gets each later event once', async () => {
  const first = connectTo(`vanaf=0&zaaktypen=${KAP}`)
  await expect.poll(first.sequences).toEqual([1, 3])
  first.socket.close()
  await addGebeurtenissen(ctx, FEEST, KAP)
  const second = connectTo(`vanaf=3&zaaktypen=${KAP}`)
  await expect.poll(second.sequences).toEqual([6])
  second.socket.close()
})

test('a client that sends a message is disconnected with unsupported_data', async () => {
  const { socket, closed } = connectTo('')
  socket.addEventListener('open', () => socket.send('hallo'))
  expect(await closed).toEqual({ code: 1003, reason: 'unsupported_data' })
})

test('a large message of a client is refused before it is buffered', async () => {
  const { socket, closed } = connectTo('')
  socket.addEventListener('open', () => socket.send('x'.repeat(100_000)))
  expect(await closed).toMatchObject({ code: 1009 })
})

test('a withdrawn token ends its WebSocket', async () => {
  const { closed, sequences } = connectTo('vanaf=5')
  await expect.poll(sequences).toEqual([6])
  const withdrawn = ctx.env.ZAAKSYSTEEM_API_TOKENS.splice(0)
  const { reviewTokens } = await stromenOf(ctx)
  await reviewTokens()
  expect(await closed).toEqual({ code: 1008, reason: 'token_invalid' })
  ctx.env.ZAAKSYSTEEM_API_TOKENS.push(...withdrawn)
})

test('a token with other zaaktypen than before ends its WebSocket', async () => {
  const { closed, sequences } = connectTo('vanaf=5')
  await expect.poll(sequences).toEqual([6])
  const [client] = ctx.env.ZAAKSYSTEEM_API_TOKENS
  if (!client) expect.fail()
  client.zaaktypen = [KAP]
  const { reviewTokens } = await stromenOf(ctx)
  await reviewTokens()
  expect(await closed).toMatchObject({ code: 1008 })
  client.zaaktypen = undefined
})

test('a purged event ends an open WebSocket', async () => {
  await ctx.db.gebeurtenis.update({ where: { sequence: 6 }, data: { body: null } })
  const events = Array.from({ length: 1_000 }, (_, index) => index)
  await ctx.pool.query(
    `insert into gebeurtenis (id, zaak_id, type, vastgelegd_op, sequence, body)
     select gen_random_uuid(), gen_random_uuid(), 'x', now(), 7 + n, '{"sequence":"' || 7 + n || '"}'
     from unnest($1::int[]) n`,
    [events],
  )
  // Another process, which has no events in memory.
  await closeStromen(ctx)
  const { closed, sequences } = connectTo('vanaf=4')
  expect(await closed).toEqual({ code: 4410, reason: 'events_purged' })
  expect(sequences()).toEqual([5])
})

test('a client that answers no ping is disconnected', async () => {
  const mute = connect(web.port, '127.0.0.1')
  mute.write(handshake(`Authorization: Bearer ${ctx.apiToken}`, 'Sec-WebSocket-Protocol: cloudevents.json'))
  const heard = text(mute)
  const { count, beat } = await stromenOf(ctx)
  await expect.poll(() => count('websocket')).toBe(1)
  await expect
    .poll(() => {
      beat()
      return count('websocket')
    })
    .toBe(0)
  mute.end()
  expect(await heard).toContain('too_slow')
})

test('a process that stops tells its readers to reconnect', async () => {
  const { socket, closed } = connectTo('')
  await new Promise((resolve) => socket.addEventListener('open', resolve))
  await closeStromen(ctx)
  expect(await closed).toEqual({ code: 1001, reason: 'going_away' })
})

function handshake(...headers: string[]): string {
  const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='
  const own = ['Host: localhost', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', key]
  return [`GET ${PATH} HTTP/1.1`, ...own, ...headers, '', ''].join('\r\n')
}

const TOKEN = () => `Authorization: Bearer ${ctx.apiToken}`

test('the response that switches to a WebSocket has API-Version like any other', async () => {
  const socket = connect(web.port, '127.0.0.1')
  socket.write(handshake(TOKEN(), 'Sec-WebSocket-Protocol: cloudevents.json'))
  const [answer] = await once(socket, 'data')
  expect(String(answer)).toMatch(/^HTTP\/1\.1 101 .*\r\nAPI-Version: \d+\.\d+\.\d+\r\n/s)
  socket.destroy()
})

test('a WebSocket without a sequence gets its begin in that response and in a ping', async () => {
  const { sequence } = await ctx.db.gebeurtenis.findFirstOrThrow({ orderBy: { sequence: 'desc' } })
  const socket = new WsClient(web.url.replace('http', 'ws'), 'cloudevents.json', {
    headers: { Authorization: `Bearer ${ctx.apiToken}` },
  })
  const [[answer], [payload]] = await Promise.all([once(socket, 'upgrade'), once(socket, 'ping')])
  expect([answer.headers['tot-sequence'], String(payload)]).toEqual([`${sequence}`, `${sequence}`])
  socket.terminate()
})

const countOpened = () => ctx.db.auditregel.count({ where: { handeling: 'stroom_openen' } })

test.each([
  ['no key', (request: string) => request.replace(/Sec-WebSocket-Key: .*\r\n/, '')],
  ['a short key', (request: string) => request.replace('dGhlIHNhbXBsZSBub25jZQ==', 'dGhlIHNhbXBsZQ==')],
  ['an old version', (request: string) => request.replace('Version: 13', 'Version: 7')],
  ['another protocol beside it', (request: string) => request.replace('Upgrade: websocket', 'Upgrade: websocket, h2c')],
])('a handshake with %s is refused with problem+json, and opens no stroom', async (_, spoil) => {
  const before = await countOpened()
  const socket = connect(web.port, '127.0.0.1')
  socket.write(spoil(handshake(TOKEN(), 'Sec-WebSocket-Protocol: cloudevents.json')))
  const answer = await text(socket)
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  for (const part of ['API-Version: ', 'Sec-WebSocket-Version: 13', 'application/problem+json', 'upgrade_refused'])
    expect(answer.toLowerCase()).toContain(part.toLowerCase())
  expect(await countOpened()).toBe(before)
  const { count } = await stromenOf(ctx)
  // Stromen of the tests before may still be closing.
  await expect.poll(() => count('websocket')).toBe(0)
})

test.each(['cloudevents.json,', 'mqtt, cloudevents.json', 'cloudevents.json, cloudevents.json'])(
  'of the subprotocols %j the server selects its own',
  async (offered) => {
    const socket = connect(web.port, '127.0.0.1')
    socket.write(handshake(TOKEN(), `Sec-WebSocket-Protocol: ${offered}`))
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toMatch(/^HTTP\/1\.1 101 .*\r\nSec-WebSocket-Protocol: cloudevents\.json\r\n/s)
    socket.destroy()
  },
)

test.each([
  ['400', 'subprotocol_missing', () => [TOKEN()]],
  ['400', 'subprotocol_missing', () => [TOKEN(), 'Sec-WebSocket-Protocol: mqtt, cloudevents.jsonx']],
  ['401', 'token_invalid', () => ['Sec-WebSocket-Protocol: cloudevents.json']],
  [
    '401',
    'token_invalid',
    () => [`Authorization: Bearer ${'x'.repeat(10_000)}`, 'Sec-WebSocket-Protocol: cloudevents.json'],
  ],
  ['431', '', () => [`X: ${'x'.repeat(20_000)}`, 'Sec-WebSocket-Protocol: cloudevents.json']],
])('a request for a WebSocket gets %s %s', async (status, code, headers) => {
  const socket = connect(web.port, '127.0.0.1')
  socket.write(handshake(...headers()))
  const answer = await text(socket)
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(answer).toContain(code)
})

test('hundreds of upgrades without a token leave no connection and no stroom behind', async () => {
  const sockets = Array.from({ length: 300 }, () => connect(web.port, '127.0.0.1'))
  for (const socket of sockets) socket.write(handshake('Sec-WebSocket-Protocol: cloudevents.json'))
  const answers = await Promise.all(sockets.map((socket) => text(socket)))
  expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 401 '))).toHaveLength(300)
  const { count } = await stromenOf(ctx)
  await expect.poll(() => count('websocket')).toBe(0)
})
