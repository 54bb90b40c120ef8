import { type Actor, recordedTransaction } from '../../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'

/** The length that the column allows. */
export const MAX_OORDEEL = 1000

/** Keeps what a beheerder made of a datalek. It is judged once: false when there is none, or somebody did before. */
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
