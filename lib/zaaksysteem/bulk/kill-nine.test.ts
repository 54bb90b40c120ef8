import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createTestZaaksysteem, type TestZaaksysteem } from '../test-context.ts'
import { processBulkopdrachten } from './process-bulkopdrachten.ts'
import { addCoordinator, orderTestBulk, outcomesOf, registerZaken } from './test-bulk.ts'

const ZAKEN = 400
let ctx: TestZaaksysteem
beforeAll(async () => {
  ctx = await createTestZaaksysteem()
})
afterAll(() => ctx.close())

const startWorker = () =>
  spawn(process.execPath, ['scripts/worker.ts'], {
    env: { ...ctx.variables, LOG_LEVEL: 'silent', NODE_ENV: 'test' },
    stdio: 'inherit',
  })

async function kill(worker: ChildProcess) {
  worker.kill('SIGKILL')
  await once(worker, 'exit')
}

/** Locks a zaak, so that a worker that comes to it waits in the middle of a statement. */
async function hold(zaakId: string) {
  const client = await ctx.pool.connect()
  await client.query('begin')
  const { rows } = await client.query('select pg_backend_pid() as pid from zaak where id = $1 for update', [zaakId])
  return {
    pid: rows[0].pid as number,
    async release() {
      await client.query('rollback')
      client.release()
    },
  }
}

const blockedBy = (pid: number) => async () => {
  const blocked = 'select count(*)::int as n from pg_stat_activity where $1 = any (pg_blocking_pids(pid))'
  return (await ctx.pool.query(blocked, [pid])).rows[0].n
}

test.runIf(inject('isWhole'))(
  'kill -9 of worker after worker: every zaak has one change and one event, and the opdracht ends',
  async () => {
    const behandelaarId = await addCoordinator(ctx)
    const zaakIds = await registerZaken(ctx, ZAKEN)
    const opdrachtId = await orderTestBulk(ctx, { behandelaarId, zaakIds })
    const outcomes = () => outcomesOf(ctx, { behandelaarId, opdrachtId })

    // each dies with an act of its batch sent to PostgreSQL and not committed, the others of the batch committed or not
    const progress: number[] = []
    for (const index of [110, 190, 290]) {
      const held = await hold(zaakIds[index] as string)
      const worker = startWorker()
      await expect.poll(blockedBy(held.pid), { timeout: 60_000 }).toBeGreaterThan(0)
      await kill(worker)
      await held.release()
      progress.push((await outcomes()).gedaan)
    }
    expect(progress).toEqual(progress.toSorted((one, other) => one - other))
    expect(progress[0]).toBeGreaterThanOrEqual(100)
    expect(progress[2]).toBeLessThan(ZAKEN)

    // two go on at once; the connection of a killed one may hold the lock until PostgreSQL sees that it is gone
    const isReady = async () => {
      await Promise.all([processBulkopdrachten(ctx), processBulkopdrachten(ctx)])
      return (await outcomes()).klaarOp !== null
    }
    await expect.poll(isReady, { timeout: 60_000 }).toBe(true)
    expect(await outcomes()).toMatchObject({ gedaan: ZAKEN, geweigerd: 0 })

    const { rows } = await ctx.pool.query(
      `select versie, (select count(*)::int from status where zaak_id = zaak.id and versie > 1) as changes,
       (select count(*)::int from gebeurtenis where zaak_id = zaak.id and type like '%zaakstatus-gewijzigd') as events,
       (select count(*)::int from auditregel where zaak_id = zaak.id and handeling = 'status_zetten') as audited,
       count(*)::int as zaken
     from zaak group by 1, 2, 3, 4`,
    )
    expect(rows).toEqual([{ versie: 2, changes: 1, events: 1, audited: 1, zaken: ZAKEN }])
  },
  240_000,
)
