import type { PublieksportaalContext } from '../context.ts'
import { forgetBron } from './find-bron.ts'

/**
 * Retires a source, the configured one by default: its deliveries get 410 until it is readmitted or the portal
 * registers at it again.
 */
export async function retireBron(
  ctx: PublieksportaalContext,
  { source = ctx.env.PUBLIEKSPORTAAL_BRON }: { source?: string } = {},
): Promise<{ known: boolean }> {
  const { count } = await ctx.db.bron.updateMany({
    where: { source },
    data: { status: 'ingetrokken', verificatieFaaltSinds: null },
  })
  forgetBron(ctx)
  if (count > 0) ctx.log.warn({ source }, 'A source was retired')
  return { known: count > 0 }
}
