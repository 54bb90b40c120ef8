import { burgerActor, type Handelende } from '../audit/burger-actor.ts'
import { recordedPgTransaction } from '../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../context.ts'

/** Deletes the agenda: its address stops at once. */
export async function stopAgenda(
  ctx: Pick<PublieksportaalContext, 'pool' | 'clock' | 'log'>,
  { burgerId, gemachtigdeId }: Handelende,
): Promise<void> {
  await recordedPgTransaction(ctx, async (client, record) => {
    const { rowCount } = await client.query('delete from agenda where burger_id = $1', [burgerId])
    if (rowCount) await record({ actor: burgerActor({ burgerId, gemachtigdeId }), handeling: 'agenda_stoppen' })
  })
}
