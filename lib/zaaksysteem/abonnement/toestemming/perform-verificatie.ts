import type { ZaaksysteemContext } from '../../context.ts'
import type { ClaimedVerificatie } from './claim-verificaties.ts'
import { verifyAbonnement } from './verify-abonnement.ts'

/** Asks the sink, and ends the order once the outcome is recorded: a crash in between asks twice rather than never. */
export async function performVerificatie(
  ctx: Pick<ZaaksysteemContext, 'db' | 'env' | 'clock' | 'log' | 'once'>,
  { id, abonnementId }: ClaimedVerificatie,
): Promise<void> {
  const consent = await verifyAbonnement(ctx, abonnementId)
  const foutdetail = consent?.ok === false ? consent.detail : undefined
  await ctx.db.verificatie.updateMany({ where: { id }, data: { klaarOp: ctx.clock(), foutdetail } })
}
