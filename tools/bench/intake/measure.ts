import type pg from 'pg'
import { cpuMs, postmasterPid } from '../../load/cpu.ts'

/** Processor time in milliseconds per request. `client` is this process, which is also the sink. */
type Cpu = Partial<Record<'server' | 'PostgreSQL' | 'worker' | 'client', number>>

/** `walKb`: write-ahead log per request. */
export type Measurement = { name: string; perSecond: number; cpu: Cpu; walKb: number }

export async function createMeter(pool: pg.Pool) {
  const postgres = await postmasterPid(pool)
  const walBytes = async () => Number((await pool.query(`select pg_current_wal_lsn() - '0/0' as bytes`)).rows[0].bytes)
  return {
    /** @param options.run resolves when all requests have taken effect */
    async measure(options: {
      name: string
      server: number
      worker?: number
      count: number
      run: () => Promise<unknown>
    }): Promise<Measurement> {
      const { name, server, worker, count, run } = options
      const used = () => ({
        server: cpuMs(server),
        PostgreSQL: cpuMs(postgres),
        ...(worker && { worker: cpuMs(worker) }),
        client: ownCpuMs(),
      })
      const beforeBytes = await walBytes()
      const before: Cpu = used()
      const startMs = performance.now()
      await run()
      const perSecond = count / ((performance.now() - startMs) / 1000)
      const each = Object.entries(used()).map(([who, ms]) => [who, (ms - (before[who as keyof Cpu] ?? 0)) / count])
      const walKb = ((await walBytes()) - beforeBytes) / 1000 / count
      return { name, perSecond, cpu: Object.fromEntries(each), walKb }
    },
  }
}

/** Prints for each name the fastest round, and its share of the `floor` of its rounds. */
export function printBest(rounds: Measurement[], floor: string): void {
  const names = [...new Set(rounds.map(({ name }) => name))]
  const best = names.map((name) =>
    rounds.filter((round) => round.name === name).reduce((a, b) => (b.perSecond > a.perSecond ? b : a)),
  )
  const floorPerSecond = best.find(({ name }) => name === floor)?.perSecond ?? Number.NaN
  console.log(
    `${''.padEnd(28)}   per second   of the floor   CPU ms of each: server, PostgreSQL, worker, client   WAL kB`,
  )
  for (const { name, perSecond, cpu, walKb } of best) {
    const cells = [perSecond.toFixed(0).padStart(13), (perSecond / floorPerSecond).toFixed(3).padStart(15)]
    const ms = [cpu.server, cpu.PostgreSQL, cpu.worker, cpu.client].map((one) => (one?.toFixed(2) ?? '-').padStart(9))
    console.log(name.padEnd(28) + cells.join('') + ' '.repeat(12) + ms.join('') + walKb.toFixed(1).padStart(16))
  }
}

function ownCpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
