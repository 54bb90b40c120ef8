import { randomBytes } from 'node:crypto'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { TOKEN_PREFIX } from '../api/registered-clients.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Prisma } from '../generated/client.ts'

const TOKEN_BYTES = 32
/** Enough of the 43 random characters to tell tokens apart, and of no help in guessing the rest. */
const SHOWN_CHARACTERS = 6

/** Makes a token, stores its hash and returns it: it is never shown again. */
export async function makeToken(
  { clock }: Pick<ZaaksysteemContext, 'clock'>,
  tx: Prisma.TransactionClient,
  { clientId }: { clientId: string },
): Promise<string> {
  const token = `${TOKEN_PREFIX}${randomBytes(TOKEN_BYTES).toString('base64url')}`
  const begin = token.slice(0, TOKEN_PREFIX.length + SHOWN_CHARACTERS)
  await tx.apiToken.create({ data: { clientId, hash: hashToken(token), begin, gemaaktOp: clock() } })
  return token
}
