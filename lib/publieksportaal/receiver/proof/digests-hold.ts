import { hash } from 'node:crypto'
import { equalBytes } from '#lib/platform/crypto/equal-bytes.ts'

/** The algorithms that RFC 9530 calls fit for adversaries; the insecure ones of the registry count as no digest. */
const HASHES: ReadonlyMap<string, string> = new Map([
  ['sha-256', 'sha256'],
  ['sha-512', 'sha512'],
])

/** Whether these are digests of the body: at least one by an algorithm that is fit, and every one of those holds. */
export function digestsHold(
  digests: readonly { algorithm: string; value: Uint8Array | undefined }[],
  body: Uint8Array,
): boolean {
  const fit = digests.filter(({ algorithm }) => HASHES.has(algorithm))
  const holds = ({ algorithm, value }: (typeof fit)[number]) =>
    value !== undefined && equalBytes(value, hash(HASHES.get(algorithm) as string, body, 'buffer'))
  return fit.length > 0 && fit.every(holds)
}
