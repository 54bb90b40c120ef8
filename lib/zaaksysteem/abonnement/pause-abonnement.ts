import { type Actor, recordedTransaction } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { activation, wakeWorkers } from './toestemming/record-toestemming.ts'

type StatusChange = { ok: true } | { ok: false; reason: 'not_found' | 'wrong_status' }

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

/** Reasons for which an abonnement resumes only when its API client is active again. */
export const CLIENT_CLOSED: readonly string[] = ['client_revoked', 'client_expired']

/**
 * Resumes an abonnement that is gepauzeerd or uitgeschakeld. Needs no handshake, because its sink gave its
 * toestemming before. Bezorgingen that are overgeslagen stay so until a herstel.
 *
 * @param input.client - the API client that must own the abonnement; absent for the desk
 */
export async function resumeAbonnement(
  ctx: Pick<ZaaksysteemContext, 'db' | 'clock' | 'log'>,
  { id, client, actor }: { id: string; client?: string; actor: Actor },
): Promise<StatusChange> {
  return recordedTransaction(ctx, async (tx, record) => {
    const { count } = await tx.abonnement.updateMany({
      where: {
        id,
        client,
        status: { in: ['gepauzeerd', 'uitgeschakeld'] },
        OR: [{ statusreden: null }, { statusreden: { notIn: [...CLIENT_CLOSED] } }],
      },
      data: activation(ctx.clock()),
    })
    if (count > 0) {
      await wakeWorkers(tx)
      await record({ actor, handeling: 'abonnement_hervatten', object: { soort: 'abonnement', id } })
      return { ok: true }
    }
    const exists = await tx.abonnement.count({ where: { id, client } })
    return { ok: false, reason: exists ? 'wrong_status' : 'not_found' }
  })
}
