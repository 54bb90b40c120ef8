import { hash } from 'node:crypto'
import {
  NLGOV_ADR_ALGORITHM,
  NLGOV_ADR_HEADER,
  type NlgovAdrProtectedHeader,
  nlgovAdrContent,
  SIGD_MECHANISM,
} from '#lib/contract/nlgov-adr-signature.ts'
import { signJws } from './sign-bytes.ts'
import { signWithJwt } from './sign-with-jwt.ts'
import type { Signable } from './signer.ts'
import { type SigningContext, signingKey } from './signing-keys.ts'

/** Payload signing of the NLgov API Design Rules (module Signing 1.0.0) over the `Digest` header, besides the JWT. */
export async function signWithNlgovAdr(ctx: SigningContext, signable: Signable) {
  const [token, key] = await Promise.all([signWithJwt(ctx, signable), signingKey(ctx, NLGOV_ADR_ALGORITHM)])
  const digest = `SHA-256=${hash('sha256', signable.body, 'base64')}`
  const header: Omit<Extract<NlgovAdrProtectedHeader, { iat: number }>, 'alg' | 'kid'> = {
    iat: Math.floor(ctx.clock().getTime() / 1000),
    sigD: { mId: SIGD_MECHANISM, pars: ['digest'] },
    b64: false,
    crit: ['b64', 'sigD'],
  }
  const { protectedHeader, signature } = await signJws(key, { header, content: nlgovAdrContent(digest) })
  return { ...token, digest, [NLGOV_ADR_HEADER]: `${protectedHeader}..${signature}` }
}
