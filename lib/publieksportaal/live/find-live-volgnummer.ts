import type { PublieksportaalContext } from '../context.ts'

/**
 * Returns the number of the burger's last live event. A page reads it before the zaken and opens its stream
 * with `?vanaf=<number>`, so that it misses no change in between.
 */
export async function findLiveVolgnummer(ctx: PublieksportaalContext, burgerId: string): Promise<number> {
  const { rows } = await ctx.pool.query<{ live_volgnummer: number }>({
    name: 'find-live-volgnummer',
    text: 'select live_volgnummer from burger where id = $1',
    values: [burgerId],
  })
  return rows[0]?.live_volgnummer ?? 0
}
