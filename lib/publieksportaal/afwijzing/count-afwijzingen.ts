import type { PublieksportaalContext } from '../context.ts'

/**
 * Afwijzingen of the last 24 hours by reason, the most frequent first; includes those that were only counted.
 */
export async function countAfwijzingen({
  pool,
  clock,
}: Pick<PublieksportaalContext, 'pool' | 'clock'>): Promise<{ reden: string; aantal: number }[]> {
  const { rows } = await pool.query<{ reden: string; aantal: number }>(
    `select reden, sum(aantal)::int as aantal from afwijzing_telling
     where minuut > $1::timestamptz - interval '24 hours' group by reden order by aantal desc, reden`,
    [clock()],
  )
  return rows
}
