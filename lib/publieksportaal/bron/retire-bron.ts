import { type Actor, recordedTransaction } from '../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../context.ts'
import { forgetBron } from './bron.ts'

/**
 * Retires a bron, the configured one by default: its bezorgingen get 410 until it is readmitted or the portal
 * registers at it again.
 */
export async function retireBron(
  ctx: PublieksportaalContext,
  { source = ctx.env.PUBLIEKSPORTAAL_BRON, actor }: { source?: string; actor: Actor },
): Promise<{ known: boolean }> {
  const known = await recordedTransaction(ctx, async (tx, record) => {
    const { count } = await tx.bron.updateMany({
      where: { source },
      data: { status: 'ingetrokken', faaltSinds: null },
    })
    if (count > 0) await record({ actor, handeling: 'bron_intrekken', object: { soort: 'bron', id: source } })
    return count > 0
  })
  forgetBron(ctx)
  return { known }
}

/** Accepts events of a retired bron again, by the same methods as before. Earlier failures raise no alert. */
export async function readmitBron(
  ctx: PublieksportaalContext,
  { source, actor }: { source: string; actor: Actor },
): Promise<{ known: boolean }> {
  const known = await recordedTransaction(ctx, async (tx, record) => {
    const { count } = await tx.bron.updateMany({
      where: { source, status: 'ingetrokken' },
      data: { status: 'actief', hersteldOp: ctx.clock() },
    })
    if (count > 0) await record({ actor, handeling: 'bron_toelaten', object: { soort: 'bron', id: source } })
    return count > 0
  })
  forgetBron(ctx)
  return { known }
}
