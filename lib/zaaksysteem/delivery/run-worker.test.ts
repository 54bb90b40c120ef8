import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { changeStatus } from '../zaak/change-status.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { runWorker } from './run-worker.ts'
import { subscribe } from './test-delivery.ts'
import { startTestSink, type TestSink } from './test-sink.ts'

let ctx: TestZaaksysteem
let now: Date
let sink: TestSink
const stops: (() => Promise<void>)[] = []

beforeEach(async () => {
  now = new Date('2026-11-25T09:00:00Z')
  ctx = await createTestZaaksysteem({ clock: () => now })
  sink = await startTestSink()
  await subscribe(ctx, sink.url)
})
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()))
  await sink.close()
  await ctx.close()
})

function startWorker(context = ctx) {
  const stop = new AbortController()
  const running = runWorker(context, { signal: stop.signal })
  stops.push(() => {
    stop.abort()
    return running
  })
  return { stop, running }
}

test('what was committed while no worker ran is delivered when one starts', async () => {
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
  const port = Number(new URL(sink.url).port)
  await sink.close()
  startWorker()
  const zaak = await registerTestZaak(ctx)
  await expect.poll(() => ctx.db.bezorgpoging.count({ where: { foutsoort: 'connect' } })).toBe(1)
  await changeStatus(ctx, { ...zaak.change, versie: 1, statustype: 'in_behandeling' })
  sink = await startTestSink({ port })
  now = new Date(now.getTime() + 60_000)
  await sink.arrived(2)
  expect(sink.received.map(({ body }) => JSON.parse(body).sequence)).toEqual(['1', '2'])
})

test('a database that goes away for a moment is not the end of a worker', async () => {
  startWorker()
  await registerTestZaak(ctx)
  await sink.arrived(1)
  const others =
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()'
  await ctx.pool.query(others)
  await registerTestZaak(ctx)
  await sink.arrived(2)
})

test('a worker that is told to stop finishes what is in flight and claims no more', async () => {
  await sink.close()
  let finish = () => {}
  sink = await startTestSink({
    answer: (response) => {
      finish = () => response.writeHead(204).end()
    },
  })
  await ctx.db.abonnement.deleteMany()
  await subscribe(ctx, sink.url)
  const { stop, running } = startWorker()
  await registerTestZaak(ctx)
  await sink.arrived(1)
  stop.abort()
  await registerTestZaak(ctx)
  finish()
  await running
  expect(sink.received).toHaveLength(1)
  expect(await ctx.db.bezorging.findMany()).toMatchObject([{ status: 'bezorgd' }])
})
