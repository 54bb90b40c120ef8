import { DecryptionError, decrypt, encrypt } from '#lib/platform/crypto/encryption.ts'
import type { ZaaksysteemContext } from '../../context.ts'

/** A zaaknummer, or its digits. Neither a BSN nor a telephone number is one: those have more digits that count. */
const NUMMER = /^(?:ZAAK-\d{4}-\d{1,10}|0*\d{1,8})$/i
const MAX_NUMMER = 20
/** `~`, which key, and the ciphertext */
const SEALED = /^~([a-z0-9-]{1,40})\.([\w-]{1,1000})$/i

/** Where something was sought that no address may hold: it opens for nobody. */
const UNREADABLE = '~'

/** What of an address can be what was sought: anything else counts as what cannot be read any more. */
export function readZoekInAdres(text: string): string {
  return !text || isNummer(text) || SEALED.test(text) ? text : UNREADABLE
}

/**
 * What is sought as an address may hold it: a number as it is; any other text may be a name, and an address stands in the
 * history of the browser and in logs. So that is encrypted, for this sessie alone and as long as it lasts: reload, back
 * button and pages go on, and nothing is stored.
 */
export function sealZoek({ env }: Pick<ZaaksysteemContext, 'env'>, zoek: string, sessieId: string): string {
  if (!zoek || isNummer(zoek)) return zoek
  const options = { plaintext: Buffer.from(zoek), boundTo: boundTo(sessieId) }
  const { versleuteld, sleutelId } = encrypt(env.ZAAKSYSTEEM_ENCRYPTION_KEYS, options)
  return `~${sleutelId}.${Buffer.from(versleuteld).toString('base64url')}`
}

/** What was sought; `undefined` when that was in another sessie, or is no longer known. */
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
