import { generateKeyPair, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { encrypt } from '#lib/platform/crypto/encryption.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { SleutelAlgoritme } from '../generated/enums.ts'

export const ALGORITHMS = Object.values(SleutelAlgoritme)

const generate = promisify(generateKeyPair)

/** Signing with RSA is slow; the next longer key makes it three times as slow. */
const RSA_BITS = 2048

const GENERATORS = {
  ES256: () => generate('ec', { namedCurve: 'P-256' }),
  Ed25519: () => generate('ed25519'),
  PS256: () => generate('rsa', { modulusLength: RSA_BITS }),
}

/**
 * Makes a new key pair, ready to be stored. Its `kid` is `<algorithm>-<yyyy-mm>-<random>`, so that it is
 * never reused.
 */
export async function generateSleutel(
  { env, clock }: Pick<ZaaksysteemContext, 'env' | 'clock'>,
  alg: SleutelAlgoritme,
) {
  const { publicKey, privateKey } = await GENERATORS[alg]()
  const now = clock()
  const kid = `${alg.toLowerCase()}-${now.toISOString().slice(0, 7)}-${randomBytes(4).toString('hex')}`
  return {
    kid,
    alg,
    publiek: publicKey.export({ format: 'jwk' }) as Record<string, string>,
    ...encrypt(env.ZAAKSYSTEEM_ENCRYPTION_KEYS, {
      plaintext: privateKey.export({ format: 'der', type: 'pkcs8' }),
      boundTo: kid,
    }),
    gepubliceerdOp: now,
  }
}
