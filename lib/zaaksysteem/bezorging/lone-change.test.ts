import { afterEach, beforeEach, expect, test } from 'vitest'
import { createZaaksysteemContext } from '../context.ts'
import { startTestSink, type TestSink } from '../egress/test-sink.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { changeStatus } from '../zaak/handelingen/status/change-status.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { runWorker } from './run-worker.ts'
import { subscribe } from './test-abonnement.ts'

const CHANGES = 5

let ctx: TestZaaksysteem
let sink: TestSink
/** the statements of each recorded message */
const messages: string[][] = []
const stops: (() => Promise<void>)[] = []

beforeEach(async () => {
  messages.length = 0
  ctx = await createTestZaaksysteem()
  sink = await startTestSink({ answer: (response) => response.writeHead(204).end() })
  await subscribe(ctx, sink.url)
})
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()))
  await sink.close()
  await ctx.close()
})

/** A process of its own whose messages to PostgreSQL are recorded. */
function createNoted() {
  const noted = createZaaksysteemContext(ctx.env, ctx)
  noted.pool.on('connect', ({ connection }) => {
    let names: string[] = []
    const bind = connection.bind.bind(connection)
    connection.bind = (config, more) => {
      names.push(config?.statement ?? '')
      bind(config, more)
    }
    connection.on('readyForQuery', () => {
      messages.push(names)
      names = []
    })
  })
  return noted
}

function startWorker() {
  const worker = createNoted()
  const stopping = new AbortController()
  const running = runWorker(worker, { signal: stopping.signal })
  stops.push(async () => {
    stopping.abort()
    await running
    await worker.close()
  })
}

const claims = () => messages.filter((names) => names.includes('claim_bezorgingen'))
const records = () => messages.filter((names) => names.includes('record_pogingen'))

/** Makes changes one by one: each is recorded before the next is made. */
async function changesAlone() {
  for (let count = 1; count <= CHANGES; count++) {
    await registerTestZaak(ctx)
    await expect.poll(records).toHaveLength(count)
  }
}

test('a single act is one read and one write, each of two statements', async () => {
  const desk = createNoted()
  stops.push(desk.close)
  const [first, second] = [await registerTestZaak(ctx), await registerTestZaak(ctx)]
  // The first act opens the connection and reads the zaaktype.
  await changeStatus(desk, { ...first.change, versie: 1, statustype: 'in_behandeling' })
  messages.length = 0
  await changeStatus(desk, { ...second.change, versie: 1, statustype: 'in_behandeling' })
  expect(messages).toEqual([
    ['keep_plans+wait_shortly', 'find-zaak-at-versie-behandelen'],
    ['keep_plans+wait_shortly', 'apply-change'],
  ])
})

test('a single change is leased when its bezorging is made, then recorded, without further statements', async () => {
  startWorker()
  await changesAlone()
  expect(messages).toContainEqual(['keep_plans+commit_without_waiting+lock_order', 'distribute_and_lease'])
  expect(claims().filter((names) => !names.includes('distribute_gebeurtenissen'))).toEqual([])
  expect(records()[0]).toEqual(['keep_plans+commit_without_waiting+lock_recording', 'record_pogingen', 'promote_next'])
})

test('a bezorging that waits for an earlier one of its zaak is claimed as soon as that one has arrived', async () => {
  const { change } = await registerTestZaak(ctx)
  await changeStatus(ctx, { ...change, versie: 1, statustype: 'in_behandeling' })
  startWorker()
  await expect.poll(records).toHaveLength(2)
  expect(claims().some((names) => !names.includes('distribute_gebeurtenissen'))).toBe(true)
})
