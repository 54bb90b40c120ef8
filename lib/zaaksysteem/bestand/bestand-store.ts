import { decrypt, type Encrypted } from '#lib/platform/crypto/encryption.ts'
import type { ByteRange, ObjectStore } from '#lib/platform/objects/object-store.ts'
import { openStore } from '#lib/platform/objects/open-store.ts'
import { unseal } from '#lib/platform/objects/seal.ts'
import type { ZaaksysteemContext } from '../context.ts'

/** The columns of a bestand that decrypt its bytes. */
export type OpgeslagenBestand = Encrypted & { id: string; grootte: number }

type Ctx = Pick<ZaaksysteemContext, 'env' | 'once'>

export function bestandStore({ env, once }: Ctx): ObjectStore {
  return once('bestanden', () =>
    openStore(env.ZAAKSYSTEEM_BESTANDEN_MAP, {
      url: env.ZAAKSYSTEEM_S3_URL,
      region: env.ZAAKSYSTEEM_S3_REGION,
      accessKeyId: env.ZAAKSYSTEEM_S3_ACCESS_KEY_ID,
      secretAccessKey: env.ZAAKSYSTEEM_S3_SECRET_ACCESS_KEY,
    }),
  )
}

/**
 * Streams the bytes of a bestand, or of a range.
 *
 * @throws ObjectMissingError while reading, when the bytes are gone or damaged
 */
export function openBestand(
  ctx: Ctx,
  bestand: OpgeslagenBestand,
  range: ByteRange = { start: 0, end: bestand.grootte },
): AsyncGenerator<Uint8Array> {
  const { id, grootte: size } = bestand
  const key = decrypt(ctx.env.ZAAKSYSTEEM_ENCRYPTION_KEYS, { ...bestand, boundTo: id })
  return unseal(key, { size, range, read: (part) => bestandStore(ctx).read(id, part) })
}
