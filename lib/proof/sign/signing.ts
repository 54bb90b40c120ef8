/** The input of a signer for one attempt. */
export type Signable = {
  /** the exact body that is sent */
  body: string
  /** the event's `id`; for a batch a new UUID at each attempt, because the next one may hold other events */
  eventId: string
  /** the sink's URL, exactly as registered */
  sink: string
  method: 'POST'
  /** the other headers of the request, including `content-type` */
  headers: Readonly<Record<string, string>>
  /** the receiver's secrets that are valid now, newest first; empty for a credentialtype without secrets */
  geheimen: readonly string[]
}

export type Algorithm = 'ES256' | 'Ed25519' | 'PS256'
export type SigningKey = { kid: string; alg: Algorithm; key: CryptoKey }

/** The sender of events: `source` is the `source` of its events, `now` the moment of signing. */
export type Sender = { source: string; now: Date; signingKey(alg: Algorithm): Promise<SigningKey> }

/** Makes the headers that authenticate a bezorging; called again for each attempt. */
export type Signer = (sender: Sender, signable: Signable) => Promise<Record<string, string>>

const SHA256_BYTES = 32

/** The parameters of Web Crypto for each algorithm (RFC 7518 sections 3.4 and 3.5, RFC 8032). */
const SCHEMES = {
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  Ed25519: { name: 'Ed25519' },
  PS256: { name: 'RSA-PSS', hash: 'SHA-256', saltLength: SHA256_BYTES },
} as const

/** @param der the private key as PKCS #8 */
export async function importSigningKey(alg: Algorithm, der: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', der, SCHEMES[alg], false, ['sign'])
}

/**
 * Signs on the thread pool, so that the event loop is free for other bezorgingen. Uses a CryptoKey, because
 * `sign` of node:crypto prepares the key again for each signature, which doubles the time.
 *
 * @returns the raw signature; for ES256 this is `r || s` of 64 bytes (RFC 7518 section 3.4), not DER
 */
export async function signBytes({ alg, key }: SigningKey, content: Uint8Array<ArrayBuffer>): Promise<Buffer> {
  return Buffer.from(await crypto.subtle.sign(SCHEMES[alg], key, content))
}

/**
 * A JWS in parts (RFC 7515 section 7.1). `content` is signed as given: base64url-encode it first unless `b64`
 * is false.
 *
 * @returns protected header and signature, both in base64url
 */
export async function signJws(key: SigningKey, { header, content }: { header: object; content: string }) {
  const protectedHeader = encodeJson({ alg: key.alg, kid: key.kid, ...header })
  const signature = await signBytes(key, Buffer.from(jwsSigningInput(protectedHeader, content)))
  return { protectedHeader, signature: signature.toString('base64url') }
}

/**
 * The signing input of a JWS (RFC 7515 section 5.1). `payload` is base64url-encoded, or unencoded with `b64:
 * false` (RFC 7797 section 3).
 */
export function jwsSigningInput(protectedHeader: string, payload: string): string {
  return `${protectedHeader}.${payload}`
}

export function encodeJson(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

export function secondsOf(moment: Date): number {
  return Math.floor(moment.getTime() / 1000)
}
