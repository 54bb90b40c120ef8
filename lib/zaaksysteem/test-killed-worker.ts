import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect } from 'vitest'
import type { TestZaaksysteem } from './test-context.ts'

const BLOCKED = 'select count(*)::int as n from pg_stat_activity where $1 = any (pg_blocking_pids(pid))'

/** Starts a worker and kills it (-9) while its statement waits for the lock on this zaak. */
export async function killWorkerAt(ctx: TestZaaksysteem, zaakId: string): Promise<void> {
  const client = await ctx.pool.connect()
  await client.query('begin')
  const { rows } = await client.query('select pg_backend_pid() as pid from zaak where id = $1 for update', [zaakId])
  const worker = spawn(process.execPath, ['scripts/worker.ts'], {
    env: { ...ctx.variables, LOG_LEVEL: 'silent', NODE_ENV: 'test' },
    stdio: 'inherit',
  })
  const blocked = async () => (await ctx.pool.query(BLOCKED, [rows[0].pid])).rows[0].n
  await expect.poll(blocked, { timeout: 60_000 }).toBeGreaterThan(0)
  worker.kill('SIGKILL')
  await once(worker, 'exit')
  await client.query('rollback')
  client.release()
}
