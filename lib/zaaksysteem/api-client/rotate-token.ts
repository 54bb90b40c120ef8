import { HOUR_MS } from '#lib/platform/durations.ts'
import type { Actor } from '../audit/recorded-transaction.ts'
import { type ChangeContext, changedTransaction, makeToken } from './change-api-client.ts'

/** The present token and its successor. */
const MAX_TOKENS = 2

type RotatedToken = { ok: true; token: string } | { ok: false; reason: 'not_found' | 'too_many_tokens' }

/**
 * Gives a client a new token. The present one stays valid for at most `overlapHours` more; 0 ends all others
 * at once. While two are valid no third is made, because only the beheerder can find out which of them can
 * go.
 */
export async function rotateToken(
  ctx: ChangeContext,
  { id, overlapHours, actor }: { id: string; overlapHours: number; actor: Actor },
): Promise<RotatedToken> {
  const now = ctx.clock()
  const until = new Date(now.getTime() + overlapHours * HOUR_MS)
  return changedTransaction(ctx, async (tx, record): Promise<RotatedToken> => {
    // Locked, because two concurrent rotations would both find room for one token.
    const [client] = await tx.$queryRaw<{ id: string }[]>`
      select id from api_client where id = ${id}::uuid and ingetrokken_op is null for no key update`
    if (!client) return { ok: false, reason: 'not_found' }
    await tx.apiToken.deleteMany({ where: { clientId: id, verlooptOp: { lte: now } } })
    const good = await tx.apiToken.count({ where: { clientId: id } })
    if (overlapHours > 0 && good >= MAX_TOKENS) return { ok: false, reason: 'too_many_tokens' }
    await tx.apiToken.updateMany({
      where: { clientId: id, OR: [{ verlooptOp: null }, { verlooptOp: { gt: until } }] },
      data: { verlooptOp: until },
    })
    const token = await makeToken(ctx, tx, { clientId: id })
    const object = { soort: 'api_client', id }
    await record({ actor, handeling: 'api_token_wisselen', object })
    await record({ actor, handeling: 'api_token_tonen', object })
    return { ok: true, token }
  })
}

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
