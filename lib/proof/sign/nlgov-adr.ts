import { hash } from 'node:crypto'
import { NLGOV_ADR_HEADER } from '#lib/contract/signature-headers.ts'
import { signWithJwt } from './jwt.ts'
import { type Sender, type Signable, secondsOf, signJws } from './signing.ts'

export const NLGOV_ADR_ALGORITHM = 'PS256'
/** `sigD.mId`: the signature covers HTTP headers (ETSI TS 119 182-1 section 5.2.8.2). */
export const SIGD_MECHANISM = 'http://uri.etsi.org/19182/HttpHeaders'

/**
 * The detached payload: the one signed header as a line of text, as SIGD_MECHANISM prescribes. With `b64:
 * false` the signature is over `<protected header in base64url>.<this>` (RFC 7797 section 3).
 *
 * @param digest value of the `Digest` header (RFC 3230): `SHA-256=` and the base64 of the SHA-256 over the
 * raw body
 */
export function nlgovAdrContent(digest: string): string {
  return `digest: ${digest}`
}

/**
 * Payload signing of the NLgov API Design Rules (module Signing 1.0.0) over the `Digest` header, in addition
 * to the JWT.
 */
export async function signWithNlgovAdr(sender: Sender, signable: Signable) {
  const [token, key] = await Promise.all([signWithJwt(sender, signable), sender.signingKey(NLGOV_ADR_ALGORITHM)])
  const digest = `SHA-256=${hash('sha256', signable.body, 'base64')}`
  const header = {
    iat: secondsOf(sender.now),
    sigD: { mId: SIGD_MECHANISM, pars: ['digest'] },
    b64: false,
    crit: ['b64', 'sigD'],
  }
  const { protectedHeader, signature } = await signJws(key, { header, content: nlgovAdrContent(digest) })
  return { ...token, digest, [NLGOV_ADR_HEADER]: `${protectedHeader}..${signature}` }
}
