import { burgerActor, type Handelende } from '../../audit/burger-actor.ts'
import { recordedTransaction } from '../../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../../context.ts'
import type { Mailvoorkeuren } from './find-emailadres.ts'

/** Sets the kinds of changes to mail; waiting mail obeys the new choice too. */
export async function setMailvoorkeuren(
  ctx: Pick<PublieksportaalContext, 'db' | 'clock' | 'log'>,
  { burgerId, gemachtigdeId, voorkeuren }: Handelende & { voorkeuren: Mailvoorkeuren },
): Promise<void> {
  const { voortgang, termijnen } = voorkeuren
  await recordedTransaction(ctx, async (tx, record) => {
    const { count } = await tx.emailadres.updateMany({
      where: { burgerId, NOT: { voortgang, termijnen } },
      data: { voortgang, termijnen },
    })
    if (count > 0) await record({ actor: burgerActor({ burgerId, gemachtigdeId }), handeling: 'voorkeuren_wijzigen' })
  })
}
