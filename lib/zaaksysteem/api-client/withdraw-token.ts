import type { Actor } from '../audit/recorded-transaction.ts'
import { type ChangeContext, changedTransaction } from './changed-transaction.ts'

/** Ends one token of a client at once, with the stromen that it opened. */
export async function withdrawToken(
  ctx: ChangeContext,
  { id, tokenId, actor }: { id: string; tokenId: string; actor: Actor },
): Promise<{ ok: true } | { ok: false; reason: 'not_found' }> {
  return changedTransaction(ctx, async (tx, record) => {
    const { count } = await tx.apiToken.deleteMany({ where: { id: tokenId, clientId: id } })
    if (count === 0) return { ok: false, reason: 'not_found' }
    await record({ actor, handeling: 'api_token_intrekken', object: { soort: 'api_client', id } })
    return { ok: true }
  })
}
