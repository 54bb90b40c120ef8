import { burgerActor, type Handelende } from '../../audit/burger-actor.ts'
import { recordedTransaction } from '../../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../../context.ts'
import type { Pushvoorkeuren } from './find-apparaten.ts'

/** Sets the kinds of changes to push, on all devices; waiting pushes obey the new choice too. */
export async function setPushvoorkeuren(
  ctx: Pick<PublieksportaalContext, 'db' | 'clock' | 'log'>,
  { burgerId, gemachtigdeId, voorkeuren }: Handelende & { voorkeuren: Pushvoorkeuren },
): Promise<void> {
  const chosen = { pushVoortgang: voorkeuren.voortgang, pushTermijnen: voorkeuren.termijnen }
  await recordedTransaction(ctx, async (tx, record) => {
    const { count } = await tx.burger.updateMany({ where: { id: burgerId, NOT: chosen }, data: chosen })
    if (count > 0) await record({ actor: burgerActor({ burgerId, gemachtigdeId }), handeling: 'voorkeuren_wijzigen' })
  })
}
