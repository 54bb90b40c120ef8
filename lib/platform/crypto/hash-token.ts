import { hash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** Compares digests or signatures, in constant time when their lengths are equal. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.byteLength === right.byteLength && timingSafeEqual(left, right)
}

/** Returns the stored form of an opaque token: SHA-256 in lower-case hex. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'hex')
}

/** True when `tokenHash` is the stored form of `token`; compares in constant time. */
export function isTokenOf(tokenHash: string, token: string): boolean {
  return equalBytes(Buffer.from(tokenHash), Buffer.from(hashToken(token)))
}

/** 64 random hex digits have fewer distinct digits than this less than once in 10^16 times. */
const MIN_DISTINCT = 8

/**
 * An environment variable with the stored form of a token. Refuses placeholder characters, and the hash of an
 * empty token.
 */
export const plausibleTokenHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex')
  .refine((text) => new Set(text).size >= MIN_DISTINCT && text !== hashToken(''), 'must be the hash of a random token')
