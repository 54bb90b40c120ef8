import type { PublieksportaalContext } from '../context.ts'

/** The mails that wait, and how old the oldest is; 0 when none waits. */
export async function countMails({
  pool,
  clock,
}: Pick<PublieksportaalContext, 'pool' | 'clock'>): Promise<{ waiting: number; oldestAgeSeconds: number }> {
  const { rows } = await pool.query<{ waiting: number; oldestAgeSeconds: number }>(
    `select count(*)::int as waiting,
            coalesce(greatest(extract(epoch from $1 - min(aangemaakt_op)), 0), 0)::float as "oldestAgeSeconds"
     from uitgaande_mail`,
    [clock()],
  )
  return rows[0] as (typeof rows)[number]
}
