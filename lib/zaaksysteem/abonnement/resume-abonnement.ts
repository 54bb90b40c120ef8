import type { ZaaksysteemContext } from '../context.ts'
import type { StatusChange } from './pause-abonnement.ts'
import { activation, wakeWorkers } from './toestemming/activation.ts'

/**
 * Starts the deliveries of an abonnement that is gepauzeerd or uitgeschakeld again. Needs no handshake, because its
 * sink consented before. Deliveries that are overgeslagen stay so until a herstel.
 *
 * @param input.client - the API client that must own the abonnement; absent for the desk
 */
export async function resumeAbonnement(
  { db, clock }: Pick<ZaaksysteemContext, 'db' | 'clock'>,
  { id, client }: { id: string; client?: string },
): Promise<StatusChange> {
  const { count } = await db.abonnement.updateMany({
    where: { id, client, status: { in: ['gepauzeerd', 'uitgeschakeld'] } },
    data: activation(clock()),
  })
  if (count > 0) {
    await wakeWorkers(db)
    return { ok: true }
  }
  const exists = await db.abonnement.count({ where: { id, client } })
  return { ok: false, reason: exists ? 'wrong_status' : 'not_found' }
}
