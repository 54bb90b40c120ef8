import { burgerActor, type Handelende, recordedTransaction } from '../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../context.ts'
import { type Bewijsbestand, toBewijsbestand } from './bewijsbestand.ts'
import { type BewijsVanZaak, findBewijsOfZaak } from './find-bewijs-of-zaak.ts'

export function controleUrl({
  PUBLIEKSPORTAAL_URL: url,
}: Pick<PublieksportaalContext['env'], 'PUBLIEKSPORTAAL_URL'>): string {
  return new URL('/mijn/bewijs-controleren', url).href
}

/**
 * Returns the bewijs of an own zaak, still to be written and signed, and records the download. `undefined`
 * when the zaak is not theirs; then nothing is recorded.
 */
export async function downloadBewijs(
  ctx: PublieksportaalContext,
  { burgerId, gemachtigdeId, zaakId }: Handelende & { zaakId: string },
): Promise<{ bewijs: BewijsVanZaak; bestand: Bewijsbestand; op: Date } | undefined> {
  const bewijs = await findBewijsOfZaak(ctx, { burgerId, zaakId })
  if (!bewijs) return undefined
  await recordedTransaction(ctx, (_, record) =>
    record({
      actor: burgerActor({ burgerId, gemachtigdeId }),
      handeling: 'bewijs_downloaden',
      object: { soort: 'zaak', id: zaakId },
    }),
  )
  const op = ctx.clock()
  return { bewijs, bestand: toBewijsbestand(bewijs, { now: op, controleren: controleUrl(ctx.env) }), op }
}
