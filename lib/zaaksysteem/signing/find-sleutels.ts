import type { ZaaksysteemContext } from '../context.ts'
import { ensureSleutels } from './signing-keys.ts'

/** volgende: published, signs later · tekent: signs now · gepubliceerd: signs no more, may be verified */
export type SleutelStand = 'volgende' | 'tekent' | 'gepubliceerd' | 'vervallen'

/** Returns all signing keys without their private halves, by algorithm, newest first. */
export async function findSleutels(ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'db' | 'clock' | 'once'>) {
  await ensureSleutels(ctx)
  const now = ctx.clock()
  const sleutels = await ctx.db.sleutel.findMany({
    select: { kid: true, alg: true, gepubliceerdOp: true, tekentVanaf: true, tekentTot: true, gepubliceerdTot: true },
    orderBy: [{ alg: 'asc' }, { tekentVanaf: 'desc' }],
  })
  return sleutels.map((sleutel) => ({ ...sleutel, stand: standOf(sleutel, now) }))
}

function standOf(
  {
    tekentVanaf,
    tekentTot,
    gepubliceerdTot,
  }: { tekentVanaf: Date; tekentTot: Date | null; gepubliceerdTot: Date | null },
  now: Date,
): SleutelStand {
  if (gepubliceerdTot && gepubliceerdTot <= now) return 'vervallen'
  if (tekentTot && tekentTot <= now) return 'gepubliceerd'
  return tekentVanaf > now ? 'volgende' : 'tekent'
}
