import { timingSafeEqual } from 'node:crypto'

/** Compares digests or signatures; of equal length they are compared in constant time. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.byteLength === right.byteLength && timingSafeEqual(left, right)
}
