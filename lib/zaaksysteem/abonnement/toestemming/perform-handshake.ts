import type { ZaaksysteemContext } from '../../context.ts'
import type { ClaimedHandshake } from './claim-handshakes.ts'
import { verifyAbonnement } from './verify-abonnement.ts'

/** Asks the sink, and ends the order once the outcome is recorded: a crash in between asks twice rather than never. */
export async function performHandshake(
  ctx: Pick<ZaaksysteemContext, 'db' | 'env' | 'clock' | 'log' | 'once'>,
  { id, abonnementId }: ClaimedHandshake,
): Promise<void> {
  const toestemming = await verifyAbonnement(ctx, abonnementId)
  const foutdetail = toestemming?.ok === false ? toestemming.detail : undefined
  await ctx.db.verificatie.updateMany({ where: { id }, data: { klaarOp: ctx.clock(), foutdetail } })
}
