import type { PublieksportaalContext } from '../context.ts'

export type WaitingCount = { waiting: number; oldestAgeSeconds: number }

/** How many rows of an outbox wait, and how old the oldest is; 0 when none waits. @param options.since its column of when it was ordered */
export async function countWaiting(
  { pool, clock }: Pick<PublieksportaalContext, 'pool' | 'clock'>,
  { table, since, where = 'true' }: { table: string; since: string; where?: string },
): Promise<WaitingCount> {
  const { rows } = await pool.query<WaitingCount>(
    `select count(*)::int as waiting,
            coalesce(greatest(extract(epoch from $1 - min(${since})), 0), 0)::float as "oldestAgeSeconds"
     from ${table} where ${where}`,
    [clock()],
  )
  return rows[0] as WaitingCount
}
