import { constants, type KeyObject, sign } from 'node:crypto'
import { jwsSigningInput } from '#lib/contract/jws.ts'
import type { SleutelAlgoritme } from '../generated/enums.ts'

export type SigningKey = { kid: string; alg: SleutelAlgoritme; key: KeyObject }

const SHA256_BYTES = 32

/** How node:crypto makes the signature that each algorithm names (RFC 7518 sections 3.4 and 3.5, RFC 8032). */
const SCHEMES = {
  ES256: { digest: 'sha256', options: { dsaEncoding: 'ieee-p1363' } },
  Ed25519: { digest: null, options: {} },
  PS256: { digest: 'sha256', options: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SHA256_BYTES } },
} as const

/** Signs in the thread pool, so that the event loop goes on sending. */
export function signBytes({ alg, key }: SigningKey, content: Uint8Array): Promise<Buffer> {
  const { digest, options } = SCHEMES[alg]
  return new Promise((resolve, reject) => {
    sign(digest, content, { key, ...options }, (err, signature) => (err ? reject(err) : resolve(signature)))
  })
}

/** A JWS in parts (RFC 7515 section 7.1): `content` is signed as it is written, so encode it first unless `b64` is false. */
export async function signJws(key: SigningKey, { header, content }: { header: object; content: string }) {
  const protectedHeader = encodeJson({ alg: key.alg, kid: key.kid, ...header })
  const signature = await signBytes(key, Buffer.from(jwsSigningInput(protectedHeader, content)))
  return { protectedHeader, signature: signature.toString('base64url') }
}

export function encodeJson(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
