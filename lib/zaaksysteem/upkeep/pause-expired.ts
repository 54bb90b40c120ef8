import { followEnvironment } from '../api-client/follow-environment.ts'
import { pauseOfClosedClients } from '../api-client/pause-of-closed-clients.ts'
import type { ZaaksysteemContext } from '../context.ts'

/**
 * Pauses the abonnementen of API clients whose time is over, or that left the environment. Nothing new was delivered since
 * that moment: numbering looks at the client itself. What waited from before is skipped from now on.
 */
export async function pauseExpired(
  ctx: Pick<ZaaksysteemContext, 'db' | 'pool' | 'env' | 'clock' | 'log'>,
): Promise<void> {
  for (const abonnementId of await pauseOfClosedClients(ctx.db, { now: ctx.clock() })) {
    ctx.log.warn({ abonnementId }, 'An abonnement was paused: its API client has expired')
  }
  for (const abonnementId of await followEnvironment(ctx)) {
    ctx.log.warn(
      { abonnementId },
      'An abonnement was paused: its API client is neither in the environment nor at the desk',
    )
  }
}
