import { createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { z } from 'zod'
import { rsaExponent } from '../crypto/rsa-exponent.ts'
import { fetchJson } from './fetch-limited.ts'

const jwks = z.object({ keys: z.array(z.looseObject({})).max(100) })
const jwk = z.looseObject({ e: rsaExponent })

/** The published keys of an issuer, as jose asks them. */
export type KeySet = ReturnType<typeof createLocalJWKSet>

/**
 * jose looks at the kind and the use of a key only when a token asks for it, so that an odd one spoils no
 * other.
 */
export async function fetchKeySet(url: string): Promise<KeySet> {
  const keys = jwks.parse(await fetchJson(url)).keys.filter((key) => jwk.safeParse(key).success)
  return createLocalJWKSet({ keys } as JSONWebKeySet)
}
