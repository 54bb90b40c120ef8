import { pauseOfClosedClients } from '../api-client/pause-of-closed-clients.ts'
import type { ZaaksysteemContext } from '../context.ts'

/**
 * Pauses the abonnementen of API clients whose time is over. Nothing new was delivered since that moment: numbering looks
 * at the client itself. What waited from before is skipped from now on.
 */
export async function pauseExpired({
  db,
  clock,
  log,
}: Pick<ZaaksysteemContext, 'db' | 'clock' | 'log'>): Promise<void> {
  for (const abonnementId of await pauseOfClosedClients(db, { now: clock() })) {
    log.warn({ abonnementId }, 'An abonnement was paused: its API client has expired')
  }
}
