import { hash } from 'node:crypto'
import { z } from 'zod'
import { equalBytes } from './equal-bytes.ts'

/** SHA-256 in lower-case hex: how an opaque token is stored. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'hex')
}

/** Whether `tokenHash` is the stored form of `token`; compares in constant time. */
export function isTokenOf(tokenHash: string, token: string): boolean {
  return equalBytes(Buffer.from(tokenHash), Buffer.from(hashToken(token)))
}

/** Of 64 random hex digits fewer than this many differ less than once in 10^16 times. */
const MIN_DISTINCT = 8

/**
 * An environment variable with the stored form of a token. Refuses fill characters, and the hash of no token.
 */
export const plausibleTokenHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex')
  .refine((text) => new Set(text).size >= MIN_DISTINCT && text !== hashToken(''), 'must be the hash of a random token')
