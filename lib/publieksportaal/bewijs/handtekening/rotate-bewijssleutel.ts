import { type Actor, recordedTransaction } from '../../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../../context.ts'
import { generateBewijssleutel } from './bewijssleutels.ts'

/**
 * Has a new key sign from now on; of the one before it the private half goes and the public half stays published. It signs at once: who
 * verifies a file of it reads the keys anew when they lack it.
 *
 * @param options.direct that one leaked: it is no longer published, and what it signed is no bewijs any more
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
