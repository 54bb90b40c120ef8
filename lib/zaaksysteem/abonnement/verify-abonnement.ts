import type { ZaaksysteemContext } from '../context.ts'
import { requestConsent } from './request-consent.ts'

/** Performs the handshake and lets only consent make the abonnement actief. Registering again asks again. */
export async function verifyAbonnement(
  ctx: Pick<ZaaksysteemContext, 'db' | 'env' | 'clock' | 'log'>,
  id: string,
): Promise<void> {
  const abonnement = await ctx.db.abonnement.findUnique({ where: { id }, select: { sink: true } })
  if (!abonnement) return

  const consent = await requestConsent(ctx, { sink: abonnement.sink })
  const outcome = consent.ok
    ? { status: 'actief' as const, toegestaneRate: consent.rate, bevestigdOp: ctx.clock(), foutcode: null }
    : { status: 'geweigerd' as const, foutcode: consent.reason }
  // It may have been deleted while its sink answered.
  await ctx.db.abonnement.updateMany({ where: { id }, data: outcome })

  if (consent.ok) ctx.log.info({ abonnementId: id }, 'The sink agreed; the abonnement is actief')
  else ctx.log.warn({ abonnementId: id, reason: consent.reason }, 'The sink did not agree; the abonnement is geweigerd')
}
