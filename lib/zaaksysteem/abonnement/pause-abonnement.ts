import { type Actor, recordedTransaction } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'

export type StatusChange = { ok: true } | { ok: false; reason: 'not_found' | 'wrong_status' }

/**
 * Pauses an abonnement that is actief. From then on its bezorgingen become overgeslagen.
 *
 * @param input.client - the API client that must own the abonnement; absent for the desk
 */
export async function pauseAbonnement(
  ctx: Pick<ZaaksysteemContext, 'db' | 'clock' | 'log'>,
  { id, client, actor }: { id: string; client?: string; actor: Actor },
): Promise<StatusChange> {
  return recordedTransaction(ctx, async (tx, record) => {
    const { count } = await tx.abonnement.updateMany({
      where: { id, client, status: 'actief' },
      data: { status: 'gepauzeerd', statusSinds: ctx.clock() },
    })
    if (count > 0) {
      await record({ actor, handeling: 'abonnement_pauzeren', object: { soort: 'abonnement', id } })
      return { ok: true }
    }
    const exists = await tx.abonnement.count({ where: { id, client } })
    return { ok: false, reason: exists ? 'wrong_status' : 'not_found' }
  })
}
