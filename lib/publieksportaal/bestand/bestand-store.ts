import { decrypt, type Encrypted } from '#lib/platform/crypto/encryption.ts'
import type { ObjectStore } from '#lib/platform/objects/object-store.ts'
import { openStore } from '#lib/platform/objects/open-store.ts'
import { unseal } from '#lib/platform/objects/seal.ts'
import type { PublieksportaalContext } from '../context.ts'

type Ctx = Pick<PublieksportaalContext, 'env' | 'once'>

/** Returns the store for the bytes of uploaded files. */
export function bestandStore({ env, once }: Ctx): ObjectStore {
  return once('bestanden', () =>
    openStore(env.PUBLIEKSPORTAAL_BESTANDEN_MAP, {
      url: env.PUBLIEKSPORTAAL_S3_URL,
      region: env.PUBLIEKSPORTAAL_S3_REGION,
      accessKeyId: env.PUBLIEKSPORTAAL_S3_ACCESS_KEY_ID,
      secretAccessKey: env.PUBLIEKSPORTAAL_S3_SECRET_ACCESS_KEY,
    }),
  )
}

/**
 * Streams the bytes of a bestand.
 *
 * @throws ObjectMissingError while reading, when the bytes are missing or corrupted
 */
export function openBestand(
  ctx: Ctx,
  { id, grootte: size, ...sealed }: Encrypted & { id: string; grootte: number },
): AsyncGenerator<Uint8Array> {
  const key = decrypt(ctx.env.PUBLIEKSPORTAAL_ENCRYPTION_KEYS, { ...sealed, boundTo: id })
  const range = { start: 0, end: size }
  return unseal(key, { size, range, read: (part) => bestandStore(ctx).read(id, part) })
}
