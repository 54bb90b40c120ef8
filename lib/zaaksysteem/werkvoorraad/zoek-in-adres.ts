import { DecryptionError, decrypt, encrypt } from '#lib/platform/crypto/encryption.ts'
import type { ZaaksysteemContext } from '../context.ts'

/**
 * A zaaknummer, or its digits. A BSN or telephone number does not match: those have more significant digits.
 */
const NUMMER = /^(?:ZAAK-\d{4}-\d{1,10}|0*\d{1,8})$/i
const MAX_NUMMER = 20
/** `~`, the id of the key and the ciphertext. */
const SEALED = /^~([a-z0-9-]{1,40})\.([\w-]{1,1000})$/i

/** Stands for a search text that no sessie can decrypt. */
const UNREADABLE = '~'

/** Returns a valid number or sealed text as it is, and UNREADABLE for anything else. */
export function readZoekInAdres(text: string): string {
  return !text || isNummer(text) || SEALED.test(text) ? text : UNREADABLE
}

/**
 * Returns the search text as it may stand in an address. A number stays as it is. Other text may be a name,
 * and addresses end up in browser history and logs, so it is encrypted for this sessie. Reload, back button
 * and paging work, and nothing is stored.
 */
export function sealZoek({ env }: Pick<ZaaksysteemContext, 'env'>, zoek: string, sessieId: string): string {
  if (!zoek || isNummer(zoek)) return zoek
  const options = { plaintext: Buffer.from(zoek), boundTo: boundTo(sessieId) }
  const { versleuteld, sleutelId } = encrypt(env.ZAAKSYSTEEM_ENCRYPTION_KEYS, options)
  return `~${sleutelId}.${Buffer.from(versleuteld).toString('base64url')}`
}

/** Returns the search text; `undefined` when another sessie sealed it, or its key is gone. */
export function openZoek({ env }: Pick<ZaaksysteemContext, 'env'>, zoek: string, sessieId: string): string | undefined {
  if (!zoek || isNummer(zoek)) return zoek
  const [, sleutelId, text] = SEALED.exec(zoek) ?? []
  if (!sleutelId || !text) return undefined
  try {
    const versleuteld = Buffer.from(text, 'base64url')
    return decrypt(env.ZAAKSYSTEEM_ENCRYPTION_KEYS, { versleuteld, sleutelId, boundTo: boundTo(sessieId) }).toString()
  } catch (error) {
    if (error instanceof DecryptionError) return undefined
    throw error
  }
}

const isNummer = (zoek: string) => zoek.length <= MAX_NUMMER && NUMMER.test(zoek)
const boundTo = (sessieId: string) => `zoek:${sessieId}`
