import { hash } from 'node:crypto'
import { equalBytes } from '#lib/platform/crypto/equal-bytes.ts'
import { passed, refused, type Verifier } from './step.ts'

/** An opaque token (RFC 6750), compared by its hash. During a rotation two tokens are valid. */
export const verifyAccessToken: Verifier = function* ({ token }, { geheimen }) {
  if (!token) return void (yield refused('accesstoken', 'token_missing'))
  const presented = hash('sha256', token, 'buffer')
  const geheim = geheimen.find(({ waarde }) => equalBytes(waarde, presented))
  if (!geheim) return void (yield refused('accesstoken', 'token_unknown'))
  yield passed('accesstoken')
  return { eventId: null, kid: geheim.id }
}
