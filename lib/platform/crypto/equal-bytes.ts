import { timingSafeEqual } from 'node:crypto'

/** Compares digests or signatures, in constant time when their lengths are equal. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.byteLength === right.byteLength && timingSafeEqual(left, right)
}
