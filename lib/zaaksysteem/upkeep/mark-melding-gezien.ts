import { z } from 'zod'
import { type Actor, recordedTransaction } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'

/** Stores that a beheerder has seen a melding. A repeat keeps the first time. */
export async function markMeldingGezien(
  ctx: Pick<ZaaksysteemContext, 'db' | 'clock' | 'log'>,
  { id, actor }: { id: string; actor: Actor },
): Promise<{ ok: true } | { ok: false; reason: 'not_found' }> {
  if (!z.uuid().safeParse(id).success) return { ok: false, reason: 'not_found' }
  return recordedTransaction(ctx, async (tx, record) => {
    const { count } = await tx.melding.updateMany({ where: { id, gezienOp: null }, data: { gezienOp: ctx.clock() } })
    if (count === 1) await record({ actor, handeling: 'melding_zien', object: { soort: 'melding', id } })
    if (count === 1 || (await tx.melding.count({ where: { id } })) === 1) return { ok: true }
    return { ok: false, reason: 'not_found' }
  })
}
