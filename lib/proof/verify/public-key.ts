import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { rsaExponent } from '#lib/platform/crypto/rsa-exponent.ts'
import type { Algorithm } from '../sign/signing.ts'

const CLOCK_TOLERANCE_SECONDS = 5
const MIN_RSA_BITS = 2048

/** `alg` is the key's own: it verifies only signatures of that algorithm. */
export type PublicKey = { kid: string; alg: Algorithm; key: KeyObject; nbf: number; exp: number }

const jwk = z.looseObject({
  kid: z.string().min(1),
  /** RFC 9864 calls it Ed25519, RFC 8037 EdDSA */
  alg: z.enum(['ES256', 'Ed25519', 'EdDSA', 'PS256']).transform((alg) => (alg === 'EdDSA' ? 'Ed25519' : alg)),
  e: rsaExponent,
  use: z.literal('sig').optional(),
  key_ops: z
    .array(z.string())
    .refine((operations) => operations.includes('verify'))
    .optional(),
  /** seconds since 1970: the key is valid from `nbf` until just before `exp` */
  nbf: z.int().default(Number.NEGATIVE_INFINITY),
  exp: z.int().default(Number.POSITIVE_INFINITY),
})

const FITS: Readonly<Record<Algorithm, (key: KeyObject) => boolean>> = {
  ES256: ({ asymmetricKeyType, asymmetricKeyDetails }) =>
    asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1',
  Ed25519: ({ asymmetricKeyType }) => asymmetricKeyType === 'ed25519',
  PS256: ({ asymmetricKeyType, asymmetricKeyDetails }) =>
    asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= MIN_RSA_BITS,
}

/** `undefined` for an entry of a JWK set that cannot verify: a set may also hold keys for other uses. */
export function readPublicKey(entry: unknown): PublicKey | undefined {
  const { data } = jwk.safeParse(entry)
  if (!data) return undefined
  const { kid, alg, nbf, exp } = data
  try {
    const key = createPublicKey({ key: entry as JsonWebKey, format: 'jwk' })
    return FITS[alg](key) ? { kid, alg, key, nbf, exp } : undefined
  } catch {
    return undefined
  }
}

/** Returns the keys of one algorithm that are valid now. */
export function usableKeys(keys: readonly PublicKey[], { alg, now }: { alg: Algorithm; now: Date }): PublicKey[] {
  const seconds = now.getTime() / 1000
  return keys.filter(
    ({ alg: own, nbf, exp }) => own === alg && nbf <= seconds + CLOCK_TOLERANCE_SECONDS && seconds < exp,
  )
}

export function byKid(kid: string): (keys: PublicKey[]) => PublicKey | undefined {
  return (keys) => keys.find((key) => key.kid === kid)
}
