import { burgerActor, type Handelende } from '../audit/burger-actor.ts'
import { recordedTransaction } from '../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../context.ts'
import { type Bewijsbestand, toBewijsbestand } from './bewijsbestand.ts'
import { findBewijsOfZaak } from './find-bewijs-of-zaak.ts'

/** The bewijs of a zaak of this citizen as a file; `undefined`, and nothing is recorded, when it is not theirs. */
export async function downloadBewijs(
  ctx: PublieksportaalContext,
  { burgerId, gemachtigdeId, zaakId }: Handelende & { zaakId: string },
): Promise<Bewijsbestand | undefined> {
  const bewijs = await findBewijsOfZaak(ctx, { burgerId, zaakId })
  if (!bewijs) return undefined
  await recordedTransaction(ctx, (_, record) =>
    record({
      actor: burgerActor({ burgerId, gemachtigdeId }),
      handeling: 'bewijs_downloaden',
      object: { soort: 'zaak', id: zaakId },
    }),
  )
  return toBewijsbestand(bewijs, ctx.clock())
}
