import { constants, type KeyObject, sign } from 'node:crypto'
import { jwsSigningInput } from '#lib/contract/jws.ts'
import type { SleutelAlgoritme } from '../generated/enums.ts'

export type SigningKey = { kid: string; alg: SleutelAlgoritme; key: KeyObject }

const SHA256_BYTES = 32

/** The parameters of node:crypto for each algorithm (RFC 7518 sections 3.4 and 3.5, RFC 8032). */
const SCHEMES = {
  ES256: { digest: 'sha256', options: { dsaEncoding: 'ieee-p1363' } },
  Ed25519: { digest: null, options: {} },
  PS256: { digest: 'sha256', options: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SHA256_BYTES } },
} as const

/**
 * Signs on the thread pool, so that the event loop is free for other deliveries.
 *
 * @returns the raw signature; for ES256 this is `r || s` of 64 bytes (RFC 7518 section 3.4), not DER
 */
export function signBytes({ alg, key }: SigningKey, content: Uint8Array): Promise<Buffer> {
  const { digest, options } = SCHEMES[alg]
  return new Promise((resolve, reject) => {
    sign(digest, content, { key, ...options }, (err, signature) => (err ? reject(err) : resolve(signature)))
  })
}

/**
 * A JWS in parts (RFC 7515 section 7.1). `content` is signed as given: base64url-encode it first unless `b64` is false.
 *
 * @returns protected header and signature, both in base64url
 */
export async function signJws(key: SigningKey, { header, content }: { header: object; content: string }) {
  const protectedHeader = encodeJson({ alg: key.alg, kid: key.kid, ...header })
  const signature = await signBytes(key, Buffer.from(jwsSigningInput(protectedHeader, content)))
  return { protectedHeader, signature: signature.toString('base64url') }
}

export function encodeJson(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
