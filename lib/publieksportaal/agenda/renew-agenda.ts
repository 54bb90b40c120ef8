import { burgerActor, type Handelende } from '../audit/burger-actor.ts'
import { recordedPgTransaction } from '../audit/recorded-transaction.ts'
import type { PublieksportaalContext } from '../context.ts'
import { createToken } from './token.ts'

const RENEW = `
  update agenda set token_hash = $2, versleuteld = $3, sleutel_id = $4, aangemaakt_op = $5, opgehaald_op = $5
  where burger_id = $1`

/** Replaces the address; the former one stops at once. @returns false when there was no agenda */
export async function renewAgenda(
  ctx: Pick<PublieksportaalContext, 'env' | 'pool' | 'clock' | 'log'>,
  { burgerId, gemachtigdeId }: Handelende,
): Promise<boolean> {
  return recordedPgTransaction(ctx, async (client, record) => {
    const { tokenHash, versleuteld, sleutelId } = createToken(ctx.env, burgerId)
    const { rowCount } = await client.query(RENEW, [burgerId, tokenHash, versleuteld, sleutelId, ctx.clock()])
    if (!rowCount) return false
    await record({ actor: burgerActor({ burgerId, gemachtigdeId }), handeling: 'agenda_vernieuwen' })
    return true
  })
}
