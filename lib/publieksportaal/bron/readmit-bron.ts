import type { PublieksportaalContext } from '../context.ts'
import { forgetBron } from './find-bron.ts'

/** Accepts events of a retired source again, by the same methods as before. Earlier failures raise no alert. */
export async function readmitBron(
  ctx: PublieksportaalContext,
  { source }: { source: string },
): Promise<{ known: boolean }> {
  const { count } = await ctx.db.bron.updateMany({
    where: { source, status: 'ingetrokken' },
    data: { status: 'actief', verificatieHersteldOp: ctx.clock() },
  })
  forgetBron(ctx)
  if (count > 0) ctx.log.warn({ source }, 'A source was taken back')
  return { known: count > 0 }
}
