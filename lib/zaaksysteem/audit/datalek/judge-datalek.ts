import type { ZaaksysteemContext } from '../../context.ts'
import { type Actor, recordedTransaction } from '../recorded-transaction.ts'

/** The length that the column allows. */
export const MAX_OORDEEL = 1000

/**
 * Records the oordeel of a beheerder on a datalek, once. False when it does not exist or is judged already.
 */
export async function judgeDatalek(
  ctx: Pick<ZaaksysteemContext, 'db' | 'clock' | 'log'>,
  { zaakId, versie, oordeel, actor }: { zaakId: string; versie: number; oordeel: string; actor: Actor },
): Promise<boolean> {
  return recordedTransaction(ctx, async (tx, record) => {
    const { count } = await tx.gegevenswijziging.updateMany({
      where: { zaakId, versie, andereAanvrager: true, beoordeeldOp: null },
      data: { oordeel, beoordeeldOp: ctx.clock(), beoordeeldDoorId: actor.id },
    })
    if (count > 0) await record({ actor, handeling: 'datalek_beoordelen', object: { soort: 'zaak', id: zaakId } })
    return count > 0
  })
}
