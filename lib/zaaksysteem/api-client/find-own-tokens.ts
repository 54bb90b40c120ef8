import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import type { ZaaksysteemContext } from '../context.ts'

export type OwnTokens = NonNullable<Awaited<ReturnType<typeof findOwnTokens>>>

/** The tokens of an API client that a beheerder registered, for itself; `undefined` of one that stands elsewhere. */
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
    /** of its row */
    clientId: row.id,
    /** from then on none of them is good */
    verlooptOp: row.verlooptOp,
    /** those that are good, the newest first */
    tokens: row.tokens.map(({ id, begin, gemaaktOp, verlooptOp, laatstGebruiktOp, hash }) => ({
      ...{ id, begin, gemaaktOp, verlooptOp, laatstGebruiktOp },
      /** the one that was asked with */
      isAsking: hash === asking,
    })),
  }
}
