import type { PublieksportaalContext } from '../context.ts'
import { WACHTRIJEN, type Wachtrij } from './wachtrijen.ts'

type WaitingCount = { queue: string; waiting: number; oldestAgeSeconds: number | null }

const COUNT = Object.entries<Wachtrij>(WACHTRIJEN)
  .map(
    ([queue, { table, waits, since }]) => `
      select '${queue}' as queue, count(*)::int as waiting,
        ${since ? `coalesce(greatest(extract(epoch from $1::timestamptz - min(${since})), 0), 0)` : 'null'}::float as "oldestAgeSeconds"
      from ${table} where ${waits}`,
  )
  .join('\n    union all')

/** How many rows of each wachtrij wait, and how old the oldest is; 0 when none waits. */
export async function countWaiting({
  pool,
  clock,
}: Pick<PublieksportaalContext, 'pool' | 'clock'>): Promise<WaitingCount[]> {
  return (await pool.query<WaitingCount>(COUNT, [clock()])).rows
}
