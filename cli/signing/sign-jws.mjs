import { constants, sign } from 'node:crypto'

/**
 * @param {import('./load-sleutels.mjs').Algoritme} alg
 * @param {import('./load-sleutels.mjs').Sleutel} sleutel
 * @param {Uint8Array} content
 * @returns {Buffer} the raw signature; for ES256 this is `r || s` (RFC 7518 section 3.4), not DER
 */
export function signBytes(alg, { key }, content) {
  if (alg === 'Ed25519') return sign(null, content, key)
  if (alg === 'ES256') return sign('sha256', content, { key, dsaEncoding: 'ieee-p1363' })
  const { RSA_PKCS1_PSS_PADDING: padding, RSA_PSS_SALTLEN_DIGEST: saltLength } = constants
  return sign('sha256', content, { key, padding, saltLength })
}

/**
 * A JWS in parts (RFC 7515 section 7.1). `content` is signed as given: base64url-encode it first unless `b64` is false.
 *
 * @param {import('./load-sleutels.mjs').Sleutels} sleutels
 * @param {{ alg: 'ES256' | 'PS256', header: object, content: string }} jws
 */
export function signJws({ tekenen }, { alg, header, content }) {
  const protectedHeader = encodeJson({ alg, kid: tekenen[alg].kid, ...header })
  const signature = signBytes(alg, tekenen[alg], Buffer.from(`${protectedHeader}.${content}`))
  return { protectedHeader, signature: signature.toString('base64url') }
}

/** @param {object} value */
export function encodeJson(value) {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
