import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { createTestZaaksysteem } from '../test-context.ts'
import { stromenOf } from './start-stromen.ts'
import { addGebeurtenissen, PATH, startStroomServer } from './test-stroom-server.ts'

const READERS = 1_000
const CLIENTS = 5
const LARGE_EVENTS = 200

const sockets: Socket[] = []
const ctx = await createTestZaaksysteem()
for (let client = 0; client < CLIENTS; client++) {
  ctx.env.ZAAKSYSTEEM_API_TOKENS.push({
    client: `client-${client}`,
    tokenHash: hashToken(`token-${client}`),
    scopes: ['gebeurtenissen.lezen'],
    zaaktypen: undefined,
  })
}
const web = await startStroomServer(ctx)
await addGebeurtenissen(ctx, 'OMG-KAP')
afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  await web.close()
  await ctx.close()
})

/** Opens a stroom over a bare socket, which a test can leave unread. */
async function openReader(token: string, vanaf: number) {
  const socket = connect(web.port, '127.0.0.1')
  sockets.push(socket)
  socket.write(
    `GET ${PATH}?vanaf=${vanaf} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nAccept: text/event-stream\r\n\r\n`,
  )
  await once(socket, 'readable')
  const ids: number[] = []
  let rest = ''
  return {
    read() {
      const text = `${rest}${socket.read() ?? ''}`
      const found = [...text.matchAll(/\nid: (\d+)\ndata/g)]
      ids.push(...found.map(([, id]) => Number(id)))
      const last = found.at(-1)
      // Keeps only what an id that is split across two chunks can need.
      rest = text.slice(last ? last.index + last[0].length : 0).slice(-30)
      return ids
    },
    status: () => String(socket.read()).slice(9, 12),
  }
}

test('a thousand readers on one process each get an event once, and their reads are shared', async () => {
  const readers = await Promise.all(
    Array.from({ length: READERS }, (_, index) => openReader(`token-${index % CLIENTS}`, 1)),
  )
  const { count } = await stromenOf(ctx)
  await expect.poll(() => count('sse'), { timeout: 60_000 }).toBe(READERS)
  await addGebeurtenissen(ctx, 'APV-EVEN', 'OMG-KAP')
  const complete = () => readers.filter((reader) => reader.read().join() === '2,3').length
  await expect.poll(complete, { timeout: 60_000, interval: 200 }).toBe(READERS)
})

test('one client can open at most its limit, and another client still gets its own', async () => {
  expect((await openReader('token-0', 1)).status()).toBe('429')
  expect((await openReader(ctx.apiToken, 1)).status()).toBe('200')
})

test('a reader that reads nothing does not delay others', async () => {
  const stalled = await openReader(ctx.apiToken, 3)
  const { rows } = await ctx.pool.query(
    `insert into gebeurtenis (id, zaak_id, type, vastgelegd_op, sequence, body)
     select gen_random_uuid(), gen_random_uuid(), 'x', now(), 3 + n, '"' || repeat('x', 100000) || '"'
     from generate_series(1, ${LARGE_EVENTS}) n returning sequence`,
  )
  // More than the buffers of the operating system for a connection.
  const response = await fetch(`${web.url}?vanaf=3`, {
    headers: { Authorization: `Bearer ${ctx.apiToken}`, Accept: 'text/event-stream' },
  })
  const eager = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (!text.includes(`\nid: ${3 + LARGE_EVENTS}\n`)) text = text.slice(-1_000) + (await eager?.read())?.value
  await eager?.cancel()
  expect(rows).toHaveLength(LARGE_EVENTS)

  // The stalled reader continues at its position when it reads again.
  const all = Array.from({ length: LARGE_EVENTS }, (_, index) => 4 + index)
  await expect.poll(stalled.read, { timeout: 60_000, interval: 10 }).toEqual(all)
})
