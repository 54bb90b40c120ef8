import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { HOUR_MS } from '#lib/platform/durations.ts'
import { type Actor, recordedTransaction } from '../../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { lockAbonnement } from '../lock-abonnement.ts'
import { makeGeheim } from './geheim.ts'

/** Limited because STANDARDWEBHOOKS puts a signature for each in a header of every bezorging. */
const MAX_GEHEIMEN = 5

type Rotation =
  | { ok: true; credentialtype: Credentialtype; geheim: string }
  | { ok: false; reason: 'not_found' | 'no_secret' }

/**
 * Gives an abonnement a new secret. Earlier secrets stay valid for at most `overlapHours` more; 0 ends them
 * at once. A later rotation can shorten that time, not lengthen it. With five valid secrets the oldest is
 * deleted.
 *
 * A client that lost its secret rotates it too: the present one cannot be shown again.
 *
 * @param input.client - the API client that must own the abonnement; absent for the desk
 */
export async function rotateGeheim(
  ctx: Pick<ZaaksysteemContext, 'db' | 'env' | 'clock' | 'log'>,
  { id, client, actor, overlapHours }: { id: string; client?: string; actor: Actor; overlapHours: number },
): Promise<Rotation> {
  const now = ctx.clock()
  const until = new Date(now.getTime() + overlapHours * HOUR_MS)
  return recordedTransaction(ctx, async (tx, record) => {
    const row = await lockAbonnement(tx, { id, client })
    if (!row) return { ok: false, reason: 'not_found' }
    const { credentialtype } = row
    // Over NATS the receiver makes the password, and a registration replaces it.
    if (row.protocol === 'NATS') return { ok: false, reason: 'no_secret' }

    await tx.geheim.updateMany({
      where: { abonnementId: id, OR: [{ vervaltOp: null }, { vervaltOp: { gt: until } }] },
      data: { vervaltOp: until },
    })
    const valid = await tx.geheim.findMany({
      where: { abonnementId: id, vervaltOp: { gt: now } },
      orderBy: { id: 'desc' },
      take: MAX_GEHEIMEN - 1,
      select: { id: true },
    })
    await tx.geheim.deleteMany({ where: { abonnementId: id, id: { notIn: valid.map((kept) => kept.id) } } })
    const geheim = await makeGeheim(ctx, tx, { abonnementId: id, credentialtype })
    if (!geheim) return { ok: false, reason: 'no_secret' }
    await record({ actor, handeling: 'geheim_wisselen', object: { soort: 'abonnement', id } })
    return { ok: true, credentialtype, geheim }
  })
}
