import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { recordedPgTransaction } from '../../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../../context.ts'

const VERIFY = `
  update emailadres set bevestigd_op = $2, bevestiging_hash = null, bevestiging_verloopt_op = null
  where bevestiging_hash = $1 and bevestiging_verloopt_op > $2
  returning burger_id as "burgerId"`

/** @returns whether the link was good: a link works once, for a day, and until a newer one was asked for */
export async function verifyEmailadres(
  ctx: Pick<PublieksportaalContext, 'pool' | 'clock' | 'log'>,
  { token }: { token: string },
): Promise<boolean> {
  return recordedPgTransaction(ctx, async (client, record) => {
    const [verified] = (await client.query<{ burgerId: string }>(VERIFY, [hashToken(token), ctx.clock()])).rows
    if (!verified) return false
    await record({ actor: { soort: 'burger', id: verified.burgerId }, handeling: 'emailadres_bevestigen' })
    return true
  })
}
