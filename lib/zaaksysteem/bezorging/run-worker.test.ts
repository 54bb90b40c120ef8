import type { ServerResponse } from 'node:http'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { createLogger } from '#lib/platform/logger.ts'
import { createZaaksysteemContext, type ZaaksysteemContext } from '../context.ts'
import { startTestSink, type TestSink } from '../egress/test-sink.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { runWorker } from './run-worker.ts'
import { subscribe } from './test-abonnement.ts'

let ctx: TestZaaksysteem
let now: Date
let sink: TestSink
let answer: (response: ServerResponse) => void
const errors: string[] = []
const stops: (() => Promise<void>)[] = []

beforeEach(async () => {
  now = new Date('2026-11-25T09:00:00Z')
  errors.length = 0
  answer = (response) => response.writeHead(204).end()
  const log = { ...createLogger('test'), error: (_fields: unknown, message: string) => errors.push(message) }
  ctx = await createTestZaaksysteem({ clock: () => now, log })
  sink = await startTestSink({ answer: (response) => answer(response) })
  await subscribe(ctx, sink.url)
})
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()))
  await sink.close()
  await ctx.close()
})

function startWorker(context: ZaaksysteemContext = ctx) {
  const stop = new AbortController()
  const running = runWorker(context, { signal: stop.signal })
  stops.push(() => {
    stop.abort()
    return running
  })
  return { stop, running }
}

test('a change that was committed while no worker ran is delivered when one starts', async () => {
  await registerTestZaak(ctx)
  startWorker()
  await sink.arrived(1)
})

test('two workers deliver every event once, and those of one zaak in order', async () => {
  startWorker()
  startWorker()
  const zaken = await Promise.all(Array.from({ length: 8 }, () => registerTestZaak(ctx)))
  for (const statustype of ['in_behandeling', 'besluit_genomen']) {
    const versie = statustype === 'in_behandeling' ? 1 : 2
    const resultaat = versie === 2 ? 'verleend' : undefined
    const changes = zaken.map(({ change }) => changeStatus(ctx, { ...change, versie, statustype, resultaat }))
    for (const result of await Promise.all(changes)) expect(result).toMatchObject({ ok: true })
  }
  await sink.arrived(24)
  const events = sink.received.map(({ body }) => JSON.parse(body))
  for (const { id } of zaken) {
    const ofZaak = events.filter(({ subject }) => subject === id).map(({ data }) => data.nieuweStatus)
    expect(ofZaak).toEqual(['aanvraag_ontvangen', 'in_behandeling', 'vergunning_verleend'])
  }
})

test('a receiver that was down for a while gets everything once it is back', async () => {
  answer = (response) => response.socket?.resetAndDestroy()
  startWorker()
  const zaak = await registerTestZaak(ctx)
  await expect.poll(() => ctx.db.bezorgpoging.count({ where: { foutsoort: 'reset' } })).toBe(1)
  await changeStatus(ctx, { ...zaak.change, versie: 1, statustype: 'in_behandeling' })
  answer = (response) => response.writeHead(204).end()
  now = new Date(now.getTime() + 60_000)
  await sink.arrived(3)
  expect(sink.received.map(({ body }) => JSON.parse(body).sequence)).toEqual(['1', '1', '2'])
})

test('a worker survives a short outage of the database', async () => {
  const ZAAKSYSTEEM_DATABASE_URL = `${ctx.env.ZAAKSYSTEEM_DATABASE_URL}?application_name=worker`
  const own = createZaaksysteemContext({ ...ctx.env, ZAAKSYSTEEM_DATABASE_URL }, ctx)
  startWorker(own)
  await registerTestZaak(ctx)
  await sink.arrived(1)
  await ctx.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'worker'`,
  )
  await registerTestZaak(ctx)
  await sink.arrived(2)
  await Promise.all(stops.splice(0).map((stop) => stop()))
  await own.pool.end()
})

test('a stopping worker finishes what is in flight and claims no more', async () => {
  let finish = () => {}
  answer = (response) => {
    finish = () => response.writeHead(204).end()
  }
  const { stop, running } = startWorker()
  await registerTestZaak(ctx)
  await sink.arrived(1)
  stop.abort()
  // A look for bezorgingen that was under way ends first.
  await expect.poll(() => ctx.pool.totalCount - ctx.pool.idleCount).toBe(0)
  await registerTestZaak(ctx)
  finish()
  await running
  expect(sink.received).toHaveLength(1)
  expect(await ctx.db.bezorging.findMany()).toMatchObject([{ status: 'bezorgd' }])
})

test('a sink that does not answer does not delay the others', async () => {
  const silent = await startTestSink({ answer: () => {} })
  await subscribe(ctx, silent.url)
  await ctx.db.abonnement.updateMany({ where: { sink: silent.url }, data: { maxGelijktijdig: 4 } })
  for (let i = 0; i < 8; i++) await registerTestZaak(ctx)
  startWorker()
  await silent.arrived(4)
  await sink.arrived(8)
  for (let i = 0; i < 4; i++) await registerTestZaak(ctx)
  await sink.arrived(12)
  expect(silent.received).toHaveLength(4)
  await silent.close()
})

test('a sink that answers at once is served beside twenty that do not answer', async () => {
  const silent = await Promise.all(Array.from({ length: 20 }, () => startTestSink({ answer: () => {} })))
  for (const { url } of silent) await subscribe(ctx, url)
  // Together they need less than half of the places: slow sinks get no more, and on a busy machine they are
  // slow sooner.
  await ctx.db.abonnement.updateMany({ data: { maxGelijktijdig: 4 } })
  for (let i = 0; i < 8; i++) await registerTestZaak(ctx)
  startWorker()
  await Promise.all(silent.map((each) => each.arrived(4)))
  for (let i = 0; i < 8; i++) await registerTestZaak(ctx)
  await sink.arrived(16)
  expect(await ctx.db.bezorgpoging.count({ where: { foutsoort: 'timeout' } })).toBe(0)
  await Promise.all(silent.map((each) => each.close()))
})

test('an attempt that ends while the database is away is recorded when it is back, without a second request', async () => {
  let finish = () => {}
  answer = (response) => {
    finish = () => response.writeHead(204).end()
  }
  let comeBack = () => {}
  const back = new Promise<void>((resolve) => {
    comeBack = resolve
  })
  startWorker({ ...ctx, wait: () => back })
  await registerTestZaak(ctx)
  await sink.arrived(1)
  const name = new URL(ctx.env.ZAAKSYSTEEM_DATABASE_URL).pathname.slice(1)
  const admin = new pg.Client({ connectionString: inject('postgresUrl') })
  await admin.connect()
  await admin.query(`alter database ${name} ALLOW_CONNECTIONS false`)
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
  finish()
  await expect.poll(() => errors).toContain('Attempts could not be recorded; trying again')
  await admin.query(`alter database ${name} ALLOW_CONNECTIONS true`)
  await admin.end()
  comeBack()
  await expect.poll(() => ctx.db.bezorging.findMany()).toMatchObject([{ status: 'bezorgd' }])
  expect(sink.received).toHaveLength(1)
})
