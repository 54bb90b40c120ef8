import { hash } from 'node:crypto'
import { equalBytes } from '#lib/platform/crypto/equal-bytes.ts'
import { validGeheimen } from '../../bron/bron.ts'
import { invalidToken, type Verifier } from './verification.ts'

/** An opaque token (RFC 6750), compared by its hash. During a rotation two are valid. */
export const verifyAccessToken: Verifier = async (ctx, { bron, webhookRequest: { token } }) => {
  if (!token) return invalidToken('token_missing')
  const presented = hash('sha256', token, 'buffer')
  const geheim = validGeheimen(ctx, bron, 'ACCESSTOKEN').find(({ waarde }) => equalBytes(waarde, presented))
  return geheim ? { ok: true, eventId: null, kid: geheim.id } : invalidToken('token_unknown')
}
