import { z } from 'zod'

/** The length of 32 bytes in base64url without padding. */
const MIN_LENGTH = 43
/** The length of 32 bytes in hex, whose characters hold only 4 bits. */
const MIN_LENGTH_HEX = 64
/** 64 random hex digits have fewer distinct digits than this once in six million times. */
const MIN_DISTINCT = 12

const HEX = /^[\da-f]+$/i
const REPETITION = /(.{8,})\1/
const PLACEHOLDER = /change.?me|replace.?me|placeholder|example|voorbeeld|password|wachtwoord|secret|geheim|default/i

/** A secret generated for this system. Refuses texts that are recognisably not 32 random bytes. */
export const secret = z
  .string()
  .refine(looksRandom, 'needs at least 32 random bytes, such as from: openssl rand -base64 32 | tr +/ -_ | tr -d =')

function looksRandom(text: string): boolean {
  if (text.length < (HEX.test(text) ? MIN_LENGTH_HEX : MIN_LENGTH)) return false
  return new Set(text).size >= MIN_DISTINCT && !REPETITION.test(text) && !PLACEHOLDER.test(text)
}

const SECRET_NAME = /^(?:ZAAKSYSTEEM|PUBLIEKSPORTAAL)_\w*(?:SECRET|KEYS?|TOKEN)$/
/** A secret issued by an identity provider, at which both systems may be the same client. */
const CLIENT_SECRET_NAME = /_CLIENT_SECRET$/

/**
 * Returns a line for each variable that repeats the secret of another: a leak of one would be a leak of both.
 */
export function repeatedSecrets(source: Record<string, string | undefined>): string[] {
  const owners = new Map<string, string>()
  return Object.entries(source).flatMap(([name, text]) => {
    if (!text || !SECRET_NAME.test(name)) return []
    const secrets = /_KEYS?$/.test(name) ? text.split(',').map((entry) => entry.replace(/^[^=]*=/, '')) : [text]
    return secrets.flatMap((each) => {
      const bare = bareBase64(each)
      const owner = owners.get(bare)
      owners.set(bare, name)
      const isRepeated = owner && owner !== name && ![owner, name].every((each) => CLIENT_SECRET_NAME.test(each))
      return isRepeated ? `${name}: must be another secret than ${owner}` : []
    })
  })
}

/** Returns the base64 without the differences between two encodings of the same bytes. */
function bareBase64(text: string): string {
  return text.trim().replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '')
}

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
