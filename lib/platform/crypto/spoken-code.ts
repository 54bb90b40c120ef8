/** Crockford's alphabet: without letters that are read or heard as another one. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8
const BITS_PER_LETTER = 5n

/**
 * Returns a code that one person can read out to another: eight letters and digits, of the first 40 bits.
 * @param bytes at least five
 */
export function spokenCode(bytes: Uint8Array): string {
  const bits = bytes
    .slice(0, (LENGTH * Number(BITS_PER_LETTER)) / 8)
    .reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  const letters = Array.from({ length: LENGTH }, (_, index) => {
    const letter = (bits >> (BITS_PER_LETTER * BigInt(LENGTH - 1 - index))) & 31n
    return ALPHABET[Number(letter)]
  })
  return `${letters.slice(0, LENGTH / 2).join('')}-${letters.slice(LENGTH / 2).join('')}`
}
