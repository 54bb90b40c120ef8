import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { ApiToken } from '../generated/client.ts'

type OwnToken = Pick<ApiToken, 'id' | 'begin' | 'gemaaktOp' | 'verlooptOp' | 'laatstGebruiktOp'> & {
  /** the one that was asked with */
  isAsking: boolean
}

export type OwnTokens = {
  /** of its row */
  clientId: string
  /** from then on none of them is good */
  verlooptOp: Date
  /** those that are good, the newest first */
  tokens: OwnToken[]
}

/** The tokens of an API client that a beheerder registered, for itself; `undefined` of one that stands elsewhere. */
export async function findOwnTokens(
  { db, clock }: Pick<ZaaksysteemContext, 'db' | 'clock'>,
  { client, token }: { client: string; token: string },
): Promise<OwnTokens | undefined> {
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
    clientId: row.id,
    verlooptOp: row.verlooptOp,
    tokens: row.tokens.map(({ id, begin, gemaaktOp, verlooptOp, laatstGebruiktOp, hash }) => ({
      ...{ id, begin, gemaaktOp, verlooptOp, laatstGebruiktOp },
      isAsking: hash === asking,
    })),
  }
}
