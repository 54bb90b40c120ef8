import { hash, randomUUID } from 'node:crypto'
import {
  coveredComponents,
  SIGNATURE_ALGORITHM,
  SIGNATURE_LABEL,
  SIGNATURE_MAX_LIFETIME_SECONDS,
  SIGNATURE_TAG,
  signatureBase,
  targetUri,
} from '#lib/contract/http-message-signature.ts'
import { signBytes } from './sign-bytes.ts'
import { signWithJwt } from './sign-with-jwt.ts'
import type { Signable } from './signer.ts'
import { type SigningContext, signingKey } from './signing-keys.ts'

/** HTTP Message Signatures (RFC 9421) over the request and its `Content-Digest` (RFC 9530), in addition to the JWT. */
export async function signWithHttpMessageSignature(ctx: SigningContext, signable: Signable) {
  const { body, sink, method, headers } = signable
  const [token, key] = await Promise.all([signWithJwt(ctx, signable), signingKey(ctx, 'Ed25519')])
  const contentDigest = `sha-256=:${hash('sha256', body, 'base64')}:`
  const values = new Map([
    ...Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const),
    ['content-digest', contentDigest],
    ['@method', method],
    ['@target-uri', targetUri(sink)],
  ])
  const components = coveredComponents(Object.keys(headers)).map((name) => {
    const value = values.get(name)
    if (value === undefined) throw new Error(`A delivery has no ${name} to sign`)
    return { name, value }
  })
  const created = Math.floor(ctx.clock().getTime() / 1000)
  const params =
    `(${components.map(({ name }) => `"${name}"`).join(' ')});created=${created}` +
    `;expires=${created + SIGNATURE_MAX_LIFETIME_SECONDS};nonce="${randomUUID()}";keyid="${key.kid}"` +
    `;alg="${SIGNATURE_ALGORITHM}";tag="${SIGNATURE_TAG}"`
  const signature = await signBytes(key, Buffer.from(signatureBase(components, params)))
  return {
    ...token,
    'content-digest': contentDigest,
    'signature-input': `${SIGNATURE_LABEL}=${params}`,
    signature: `${SIGNATURE_LABEL}=:${signature.toString('base64')}:`,
  }
}
