import type { PublieksportaalContext } from '../context.ts'

/**
 * The number of the burger's last live event. A page reads it before it reads the zaken and opens its stream with
 * `?vanaf=<number>`, so that a change between the two is not missed.
 */
export async function findLiveVolgnummer(ctx: PublieksportaalContext, burgerId: string): Promise<number> {
  const { rows } = await ctx.pool.query<{ live_volgnummer: number }>({
    name: 'find-live-volgnummer',
    text: 'select live_volgnummer from burger where id = $1',
    values: [burgerId],
  })
  return rows[0]?.live_volgnummer ?? 0
}
