import type { PublieksportaalContext } from '../context.ts'

/** What the zaaksysteem is still to be told, and how old the oldest of it is; 0 when nothing waits. */
export async function countBewijzen({
  pool,
  clock,
}: Pick<PublieksportaalContext, 'pool' | 'clock'>): Promise<{ waiting: number; oldestAgeSeconds: number }> {
  const { rows } = await pool.query<{ waiting: number; oldestAgeSeconds: number }>(
    `select count(*)::int as waiting,
            coalesce(greatest(extract(epoch from $1 - min(tijdstip)), 0), 0)::float as "oldestAgeSeconds"
     from bewijs where volgende_poging is not null`,
    [clock()],
  )
  return rows[0] as (typeof rows)[number]
}
