import { randomBytes } from 'node:crypto'
import { decrypt, type Encrypted, encrypt } from '#lib/platform/crypto/encryption.ts'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import type { PublieksportaalContext } from '../context.ts'

type Env = Pick<PublieksportaalContext['env'], 'PUBLIEKSPORTAAL_ENCRYPTION_KEYS' | 'PUBLIEKSPORTAAL_URL'>

const TOKEN_BYTES = 32
const BESTAND = /^[\w-]{43}\.ics$/
const EXTENSION = '.ics'

/** Binds a token to the id of its citizen: copied to another row it does not decrypt. */
export const BOUND_TO = 'agenda:'
const boundTo = (burgerId: string) => BOUND_TO + burgerId

/** Creates a token in its stored form. */
export function createToken(env: Env, burgerId: string): Encrypted & { tokenHash: string } {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const plaintext = Buffer.from(token)
  return {
    ...encrypt(env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, { plaintext, boundTo: boundTo(burgerId) }),
    tokenHash: hashToken(token),
  }
}

/** @param bestand the last part of the path @returns `undefined` when that is no agenda address */
export function tokenHashOf(bestand: string): string | undefined {
  return BESTAND.test(bestand) ? hashToken(bestand.slice(0, -EXTENSION.length)) : undefined
}

/** Returns the address for a calendar program. @throws DecryptionError */
export function agendaUrl(
  env: Env,
  { burgerId, versleuteld, sleutelId }: { burgerId: string; versleuteld: Uint8Array; sleutelId: string },
): string {
  const secret = { versleuteld, sleutelId, boundTo: boundTo(burgerId) }
  const token = decrypt(env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, secret).toString()
  return new URL(`/api/publieksportaal/agenda/${token}${EXTENSION}`, env.PUBLIEKSPORTAAL_URL).href
}
