import { hash } from 'node:crypto'
import { equalBytes } from '#lib/platform/crypto/equal-bytes.ts'

/** The algorithms that RFC 9530 allows in adversarial settings; a digest by any other is ignored. */
const HASHES: ReadonlyMap<string, string> = new Map([
  ['sha-256', 'sha256'],
  ['sha-512', 'sha512'],
])

/** Whether at least one digest is by one of these algorithms, and every such digest matches the body. */
export function digestsHold(
  digests: readonly { algorithm: string; value: Uint8Array | undefined }[],
  body: Uint8Array,
): boolean {
  const fit = digests.filter(({ algorithm }) => HASHES.has(algorithm))
  const holds = ({ algorithm, value }: (typeof fit)[number]) =>
    value !== undefined && equalBytes(value, hash(HASHES.get(algorithm) as string, body, 'buffer'))
  return fit.length > 0 && fit.every(holds)
}
