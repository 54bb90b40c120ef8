import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { expireAanvulling } from '../zaak/handeling/expire-aanvulling.ts'

/** In the history, where an act of a person has a name. */
export const TERMIJNBEWAKING = 'termijnbewaking'
const BATCH = 100

const FIND = `
  select id, versie from zaak where opschorting = 'aanvulling' and opgeschort_tot < $1 order by opgeschort_tot limit ${BATCH}`

/**
 * Lets terms run again whose aanvulling did not come. That another worker does so at the same moment, or somebody changes
 * the zaak, is a conflict that ends by itself.
 *
 * @returns how many
 */
export async function expireAanvullingen(
  ctx: ZaaksysteemContext,
  { signal }: { signal?: AbortSignal } = {},
): Promise<number> {
  let expired = 0
  while (!signal?.aborted) {
    const { rows } = await ctx.pool.query<{ id: string; versie: number }>(FIND, [dateInAmsterdam(ctx.clock())])
    const outcomes = await Promise.all(
      rows.map(({ id: zaakId, versie }) =>
        expireAanvulling(ctx, {
          zaakId,
          versie,
          gezetDoor: { taak: TERMIJNBEWAKING },
          traceparent: traceparentOf(null),
        }),
      ),
    )
    const done = outcomes.filter(({ ok }) => ok).length
    expired += done
    if (rows.length < BATCH || done === 0) break
  }
  return expired
}
