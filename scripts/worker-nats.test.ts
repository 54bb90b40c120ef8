import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runWorker } from '#lib/zaaksysteem/bezorging/run-worker.ts'
import { subscribeOverNats } from '#lib/zaaksysteem/bezorging/test-abonnement.ts'
import { startTestStream, type TestStream } from '#lib/zaaksysteem/egress/nats/test-stream.ts'
import { createTestZaaksysteem, type TestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { registerTestZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'
import { findNatsServer, NATS_TITLE } from '#tools/servers/nats-server.ts'

let ctx: TestZaaksysteem
let stream: TestStream

const startWorker = () =>
  spawn(process.execPath, ['scripts/worker.ts'], { env: { ...process.env, ...ctx.variables }, stdio: 'ignore' })

describe.skipIf(!findNatsServer())(NATS_TITLE, () => {
  beforeEach(async () => {
    ctx = await createTestZaaksysteem()
    stream = await startTestStream()
    await subscribeOverNats(ctx, stream)
  })
  afterEach(async () => {
    await ctx.close()
    await stream.close()
  })

  test('kill -9 after the publish and before its record: another worker publishes again, and one message is stored', async () => {
    const client = await ctx.pool.connect()
    await client.query('begin; lock table bezorgstatistiek in share mode')
    const worker = startWorker()
    await registerTestZaak(ctx)
    await expect.poll(async () => (await stream.stored()).length).toBe(1)
    // Not through `client`, because a transaction sees pg_stat_activity as at its first read.
    const waiting = `from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    const record = `select ${waiting} and query like '%as poging (%'`
    await expect.poll(async () => (await ctx.pool.query(record)).rowCount).toBe(1)
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    // PostgreSQL would still execute the statements that the killed process has sent.
    await ctx.pool.query(`select pg_terminate_backend(pid) ${waiting}`)
    await client.query('rollback')
    client.release()
    expect(await ctx.db.bezorging.findMany()).toMatchObject([{ status: 'wachtend', pogingen: 0 }])

    const afterTheLease = () => new Date(Date.now() + 60_000)
    const stop = new AbortController()
    const running = runWorker({ ...ctx, clock: afterTheLease }, { signal: stop.signal })
    await expect.poll(() => ctx.db.bezorging.findMany()).toMatchObject([{ status: 'bezorgd', pogingen: 1 }])
    stop.abort()
    await running
    expect(await stream.stored()).toHaveLength(1)
    const [poging] = await ctx.db.bezorgpoging.findMany()
    expect(JSON.parse(poging?.responseBody ?? '')).toMatchObject({ seq: 1, duplicate: true })
  })

  test('SIGTERM ends a worker with an open connection at once, with exit code 0', async () => {
    const worker = startWorker()
    await registerTestZaak(ctx)
    await expect.poll(() => ctx.db.bezorging.findMany()).toMatchObject([{ status: 'bezorgd' }])
    worker.kill('SIGTERM')
    expect(await once(worker, 'exit')).toEqual([0, null])
  })
})
