import { burgerActor, type Handelende } from '../audit/burger-actor.ts'
import { recordedPgTransaction } from '../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../context.ts'
import { type Gezien, markGezien } from './mark-gezien.ts'

/** Records that the viewer confirms having read this versie, with an auditregel of who did so for whom. */
export async function confirmGezien(
  ctx: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock' | 'log'>,
  { gemachtigdeId, ...gezien }: Gezien & Handelende,
): Promise<void> {
  await recordedPgTransaction(ctx, async (client, record) => {
    if (!(await markGezien({ ...ctx, pool: client }, gezien))) return
    const actor = burgerActor({ burgerId: gezien.burgerId, gemachtigdeId })
    await record({ actor, handeling: 'lezen_bevestigen', object: { soort: 'zaak', id: gezien.zaakId } })
  })
}
