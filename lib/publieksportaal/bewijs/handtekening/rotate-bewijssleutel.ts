import { type Actor, recordedTransaction } from '../../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../../context.ts'
import { generateBewijssleutel } from './bewijssleutels.ts'

/**
 * Replaces the signing key. Of the old key the private half is deleted, and the public half stays published.
 * The new key signs at once: a verifier that lacks it reloads the key set.
 *
 * @param options.direct the old key leaked: it is no longer published, and its files are no longer valid
 * @returns the new key
 */
export async function rotateBewijssleutel(
  ctx: Pick<PublieksportaalContext, 'env' | 'db' | 'clock' | 'log'>,
  { actor, direct = false }: { actor: Actor; direct?: boolean },
): Promise<{ kid: string }> {
  const sleutel = await generateBewijssleutel(ctx)
  const handeling = direct ? 'bewijssleutel_direct_wisselen' : 'bewijssleutel_wisselen'
  await recordedTransaction(ctx, async (tx, record) => {
    await tx.bewijssleutel.updateMany({
      where: { versleuteld: { not: null } },
      data: { versleuteld: null, sleutelId: null, ...(direct && { ingetrokkenOp: ctx.clock() }) },
    })
    await tx.bewijssleutel.create({ data: sleutel })
    await record({ actor, handeling, object: { soort: 'bewijssleutel', id: sleutel.id } })
  })
  return { kid: sleutel.id }
}
