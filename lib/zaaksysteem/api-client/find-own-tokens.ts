import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import type { ZaaksysteemContext } from '../context.ts'

export type OwnTokens = NonNullable<Awaited<ReturnType<typeof findOwnTokens>>>

/**
 * Returns the tokens of an API client that a beheerder registered, for that client; `undefined` for any other
 * client.
 */
export async function findOwnTokens(
  { db, clock }: Pick<ZaaksysteemContext, 'db' | 'clock'>,
  { client, token }: { client: string; token: string },
) {
  const now = clock()
  const row = await db.apiClient.findFirst({
    where: { naam: client, ingetrokkenOp: null },
    include: {
      tokens: { where: { OR: [{ verlooptOp: null }, { verlooptOp: { gt: now } }] }, orderBy: { id: 'desc' } },
    },
  })
  if (!row) return undefined
  const asking = hashToken(token)
  return {
    /** the id of the client's row */
    clientId: row.id,
    /** when the client expires, with all its tokens */
    verlooptOp: row.verlooptOp,
    /** the valid tokens, newest first */
    tokens: row.tokens.map(({ id, begin, gemaaktOp, verlooptOp, laatstGebruiktOp, hash }) => ({
      ...{ id, begin, gemaaktOp, verlooptOp, laatstGebruiktOp },
      /** true for the token of this request */
      isAsking: hash === asking,
    })),
  }
}
