import type { PublieksportaalContext } from '../../context.ts'
import { IDLE_SECONDS, SESSIE_SECONDS } from './sign-in-site.ts'

/**
 * Gives a sessie in use another IDLE_SECONDS, up to SESSIE_SECONDS after its start. Never revives one that has ended.
 * `begonnenOp` is in milliseconds since 1970, from the encrypted cookie.
 */
export async function extendSessie(
  ctx: PublieksportaalContext,
  { sessieId, begonnenOp }: { sessieId: string; begonnenOp: number },
): Promise<void> {
  const now = ctx.clock()
  const verlooptOp = new Date(Math.min(now.getTime() + IDLE_SECONDS * 1000, begonnenOp + SESSIE_SECONDS * 1000))
  await ctx.db.sessie.updateMany({
    where: { id: sessieId, beeindigdOp: null, verlooptOp: { gt: now, lt: verlooptOp } },
    data: { verlooptOp },
  })
}
