import { hash } from 'node:crypto'
import { equalBytes } from './equal-bytes.ts'

/** SHA-256 in lower-case hex: how an opaque token is stored. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'hex')
}

/** Whether `tokenHash` is the stored form of `token`; compares in constant time. */
export function isTokenOf(tokenHash: string, token: string): boolean {
  return equalBytes(Buffer.from(tokenHash), Buffer.from(hashToken(token)))
}
