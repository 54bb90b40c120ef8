import { decrypt, type Encrypted, encrypt } from '#lib/platform/crypto/encryption.ts'
import type { PublieksportaalContext } from '../../context.ts'

type Keys = { env: Pick<PublieksportaalContext['env'], 'PUBLIEKSPORTAAL_ENCRYPTION_KEYS'> }

/** Binds an address to the id of its citizen: copied to another row it does not decrypt. */
export const BOUND_TO = 'emailadres:'
export const boundTo = (burgerId: string) => BOUND_TO + burgerId

export function encryptAdres({ env }: Keys, { burgerId, adres }: { burgerId: string; adres: string }): Encrypted {
  return encrypt(env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, { plaintext: Buffer.from(adres), boundTo: boundTo(burgerId) })
}

/** @throws DecryptionError */
export function decryptAdres(
  { env }: Keys,
  { burgerId, versleuteld, sleutelId }: Pick<Encrypted, 'sleutelId'> & { burgerId: string; versleuteld: Uint8Array },
): string {
  const secret = { versleuteld, sleutelId, boundTo: boundTo(burgerId) }
  return decrypt(env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, secret).toString()
}
