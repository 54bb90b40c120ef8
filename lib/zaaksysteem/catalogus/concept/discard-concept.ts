import { recordedTransaction, type TracedActor } from '../../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'

/** Deletes the concept of the next version, unless it changed after the page showed it. */
export async function discardConcept(
  ctx: Pick<ZaaksysteemContext, 'db' | 'clock' | 'log'>,
  { identificatie, bewerking, actor }: { identificatie: string; bewerking: number; actor: TracedActor },
): Promise<void> {
  await recordedTransaction(ctx, async (tx, record) => {
    const { count } = await tx.zaaktypeconcept.deleteMany({ where: { identificatie, bewerking } })
    const object = { soort: 'zaaktype', id: identificatie }
    if (count > 0) await record({ actor, handeling: 'zaaktypeconcept_weggooien', object })
  })
}
