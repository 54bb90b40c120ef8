import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { HOUR_MS } from '#lib/platform/durations.ts'
import { createBell } from '#lib/platform/tasks/run-tasks.ts'
import { OPDRACHTREGEL } from '../../audit/recorded-transaction.ts'
import { startTestSink } from '../../egress/test-sink.ts'
import { createTestZaaksysteem } from '../../test-context.ts'
import { registerAbonnement } from '../register-abonnement.ts'
import { awaitHandshake } from './request-toestemming.ts'
import { CLIENT_SHARE, claimHandshakes, LEASE_MS, runHandshakes } from './run-handshakes.ts'
import { performHandshakes } from './test-handshakes.ts'

const START = new Date('2026-11-25T09:00:00Z')
let now = START
const silenced: ServerResponse[] = []
const stops: (() => Promise<void>)[] = []

const ctx = await createTestZaaksysteem({ clock: () => now })
const sink = await startTestSink()
const silent = createServer((_, response) => silenced.push(response)).listen(0, '127.0.0.1')
await once(silent, 'listening')
afterEach(async () => {
  for (const response of silenced.splice(0)) response.destroy()
  await Promise.all(stops.splice(0).map((stop) => stop()))
  now = START
  await ctx.db.handshake.deleteMany()
  await ctx.db.abonnement.deleteMany()
})
afterAll(async () => {
  silent.close()
  await sink.close()
  await ctx.close()
})

async function register(url: string, client = 'publieksportaal') {
  const request = { protocol: 'HTTP', sink: url, sinkcredential: { credentialtype: 'JWT' } } as const
  const registered = await registerAbonnement(ctx, { client, actor: OPDRACHTREGEL, request })
  if (!registered.ok) throw new Error(registered.reason)
  return { id: registered.abonnement.id, handshakeId: registered.handshakeId }
}
const silentUrl = (index: number) => `http://127.0.0.1:${(silent.address() as AddressInfo).port}/${index}`
const stored = (id: string) => ctx.db.abonnement.findUniqueOrThrow({ where: { id } })

function startWorker() {
  const stop = new AbortController()
  const bell = createBell()
  const running = runHandshakes(ctx, { bell, signal: stop.signal })
  stops.push(() => {
    stop.abort()
    return running
  })
}

test('a registration wakes the workers when it commits', async () => {
  const listener = new pg.Client(ctx.env.ZAAKSYSTEEM_DATABASE_URL)
  await listener.connect()
  await listener.query('listen handshake')
  const woken = once(listener, 'notification')
  await register(sink.url)
  await woken
  await listener.end()
})

test('a handshake that was ordered while no worker ran is performed when one starts', async () => {
  const { id, handshakeId } = await register(sink.url)
  startWorker()
  expect(await awaitHandshake(ctx, handshakeId)).toBeNull()
  expect(await stored(id)).toMatchObject({ status: 'actief' })
})

test('the handshake of a dead process is performed again once its lease has ended', async () => {
  const { id } = await register(sink.url)
  expect(await claimHandshakes(ctx, 10)).toMatchObject([{ abonnementId: id }])
  expect(await claimHandshakes(ctx, 10)).toEqual([])
  now = new Date(START.getTime() + LEASE_MS)
  await performHandshakes(ctx)
  expect(await stored(id)).toMatchObject({ status: 'actief' })
  expect(await ctx.db.handshake.count({ where: { klaarOp: null } })).toBe(0)
})

test('setting the clock back makes no lease last longer', async () => {
  const { id } = await register(sink.url)
  await claimHandshakes(ctx, 10)
  now = new Date(START.getTime() - HOUR_MS)
  expect(await claimHandshakes(ctx, 10)).toMatchObject([{ abonnementId: id }])
})

test('forty silent sinks do not delay one that answers, even of the same client', async () => {
  startWorker()
  for (let index = 0; index < 40; index++) await register(silentUrl(index))
  const same = await register(sink.url)
  const other = await register(sink.url, 'ander')
  for (const { id, handshakeId } of [same, other]) {
    await awaitHandshake(ctx, handshakeId)
    expect(await stored(id)).toMatchObject({ status: 'actief' })
  }
})

test('clients take turns, and one client gets at most its share of the places', async () => {
  const order = (client: string, count: number) =>
    ctx.db.handshake.createMany({
      data: Array.from({ length: count }, () => ({ client, abonnementId: crypto.randomUUID(), gevraagdOp: now })),
    })
  await order('druk', CLIENT_SHARE + 5)
  now = new Date(START.getTime() + 1_000)
  await order('rustig', 2)
  const clientsOf = async (limit: number) => {
    const ids = (await claimHandshakes(ctx, limit)).map(({ id }) => id)
    const rows = await ctx.db.handshake.findMany({ where: { id: { in: ids } } })
    return rows.map(({ client }) => client).toSorted()
  }
  expect(await clientsOf(3)).toEqual(['druk', 'druk', 'rustig'])
  expect(await clientsOf(100)).toEqual([...Array(CLIENT_SHARE - 2).fill('druk'), 'rustig'])
  expect(await clientsOf(100)).toEqual([])
})

test('several workers perform each handshake once', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, index) => register(silentUrl(index))))
  const claimed = await Promise.all(Array.from({ length: 4 }, () => claimHandshakes(ctx, 20)))
  const ids = claimed.flat().map(({ id }) => id)
  expect(ids).toHaveLength(20)
  expect(new Set(ids).size).toBe(20)
})

test('deleting an abonnement deletes its handshake', async () => {
  const { id } = await register(sink.url)
  await ctx.db.abonnement.delete({ where: { id } })
  await performHandshakes(ctx)
  expect(await ctx.db.handshake.count({ where: { klaarOp: null } })).toBe(0)
})

test('awaitHandshake returns the exact error', async () => {
  const { handshakeId } = await register('http://127.0.0.1:1/')
  await performHandshakes(ctx)
  expect(await awaitHandshake(ctx, handshakeId)).toBe('ECONNREFUSED')
})
