import { readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'

/** Linux counts a process's time in hundredths of a second. */
const MS_PER_TICK = 10

type Usage = { pid: number; parent: number; ms: number }

/** Milliseconds of processor time of a process and its descendants. NaN without /proc. */
export function cpuMs(pid: number): number {
  const root = usageOf(pid, { withEnded: true })
  if (!root) return Number.NaN
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (usageOf(Number(name)) ?? []) : []))
  const under = (parent: number): number =>
    all.filter((one) => one.parent === parent).reduce((sum, one) => sum + one.ms + under(one.pid), 0)
  return root.ms + under(pid)
}

/** The pid of the postmaster, whose children are the backends. Needs a superuser on this machine. */
export async function postmasterPid(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query(`select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`)
  return rows[0].pid
}

function usageOf(pid: number, { withEnded = false } = {}): Usage | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // proc(5): after the name in parentheses come state, ppid, …, utime, stime, cutime, cstime
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = fields.slice(11, withEnded ? 15 : 13).reduce((sum, field) => sum + Number(field), 0)
    return { pid, parent: Number(fields[1]), ms: ticks * MS_PER_TICK }
  } catch {
    return undefined
  }
}
