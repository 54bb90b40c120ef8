import { constants, createHash, verify } from 'node:crypto'
import { UnknownKey } from './keys.mjs'

const TOLERANCE_SECONDS = 300

/**
 * Throws when the message is not proven. The signature does not say for whom it is: verify the token (JWT) of
 * the same request too.
 */
export function verifyNlgovAdr({ headers, body, keys, now = Date.now() / 1000 }) {
  const [header, payload, signature = ''] = (headers['nlgov-adr-payload-sig'] ?? '').split('.')
  if (payload !== '') throw new Error('no signature')
  const { alg, kid, iat, b64, crit, sigD } = JSON.parse(Buffer.from(header, 'base64url').toString())
  const isOurs = alg === 'PS256' && b64 === false && sigD?.pars?.join() === 'digest' && crit?.join() === 'b64,sigD'
  const key = keys.get(kid)
  if (!isOurs || key?.asymmetricKeyType !== 'rsa') throw new UnknownKey()

  const digest = `SHA-256=${createHash('sha256').update(body).digest('base64')}`
  if (headers.digest !== digest) throw new Error('body differs')
  const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
  if (!verify('sha256', Buffer.from(`${header}.digest: ${digest}`), pss, Buffer.from(signature, 'base64url'))) {
    throw new Error('signature differs')
  }
  if (!(Math.abs(now - iat) <= TOLERANCE_SECONDS)) throw new Error('expired')
}
