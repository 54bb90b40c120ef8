import { burgerActor, type Handelende, recordedTransaction } from '../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../context.ts'
import type { Herinneringsoort } from '../generated/client.ts'

type Herinneringen = Record<Herinneringsoort, boolean>

/** Returns the kinds of last days that the citizen wants to be reminded of. */
export async function findHerinneringen(
  { db }: Pick<PublieksportaalContext, 'db'>,
  { burgerId }: { burgerId: string },
): Promise<Herinneringen> {
  const { herinnerAanvulling: aanvulling, herinnerBezwaar: bezwaar } = await db.burger.findUniqueOrThrow({
    where: { id: burgerId },
  })
  return { aanvulling, bezwaar }
}

/** Sets the kinds of reminders; queued reminders obey the new choice too. */
export async function setHerinneringen(
  ctx: Pick<PublieksportaalContext, 'db' | 'clock' | 'log'>,
  { burgerId, gemachtigdeId, herinneringen }: Handelende & { herinneringen: Herinneringen },
): Promise<void> {
  const chosen = { herinnerAanvulling: herinneringen.aanvulling, herinnerBezwaar: herinneringen.bezwaar }
  await recordedTransaction(ctx, async (tx, record) => {
    const { count } = await tx.burger.updateMany({ where: { id: burgerId, NOT: chosen }, data: chosen })
    if (count > 0) await record({ actor: burgerActor({ burgerId, gemachtigdeId }), handeling: 'voorkeuren_wijzigen' })
  })
}
