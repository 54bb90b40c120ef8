import { createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { z } from 'zod'
import { rsaExponent } from '../crypto/rsa-exponent.ts'
import { fetchJson } from './fetch-limited.ts'

const jwks = z.object({ keys: z.array(z.looseObject({})).max(100) })
const jwk = z.looseObject({ e: rsaExponent })

/** The published keys of an issuer, as a function that jose calls. */
export type KeySet = ReturnType<typeof createLocalJWKSet>

/**
 * jose checks the kind and use of a key only when a token needs it, so an invalid key does not break the
 * others.
 */
export async function fetchKeySet(url: string): Promise<KeySet> {
  const keys = jwks.parse(await fetchJson(url)).keys.filter((key) => jwk.safeParse(key).success)
  return createLocalJWKSet({ keys } as JSONWebKeySet)
}
