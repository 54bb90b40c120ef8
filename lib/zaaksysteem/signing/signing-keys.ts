import { type CryptoKey, importJWK } from 'jose'
import { WEBHOOK_TOKEN_ALGORITHM } from '#lib/contract/webhook-token.ts'
import type { ZaaksysteemEnv } from '../env.ts'

type KeysEnv = Pick<ZaaksysteemEnv, 'ZAAKSYSTEEM_SIGNING_KEYS'>

export type SigningKey = { kid: string; key: CryptoKey }

const imported = new WeakMap<KeysEnv['ZAAKSYSTEEM_SIGNING_KEYS'], Promise<SigningKey>>()

/** The private key that signs: the first of the configured set, imported once per process. */
export function signingKey({ ZAAKSYSTEEM_SIGNING_KEYS: set }: KeysEnv): Promise<SigningKey> {
  const known = imported.get(set)
  if (known) return known
  const importing = importFirst(set)
  imported.set(set, importing)
  return importing
}

async function importFirst({ keys: [first] }: KeysEnv['ZAAKSYSTEEM_SIGNING_KEYS']): Promise<SigningKey> {
  if (!first) throw new Error('The configuration holds no signing key')
  const { kid, kty, crv, x, y, d } = first
  return { kid, key: (await importJWK({ kty, crv, x, y, d }, WEBHOOK_TOKEN_ALGORITHM)) as CryptoKey }
}

/**
 * The JWK set (RFC 7517) with which receivers verify deliveries: the public half of every configured key, so that a
 * key can be published before it signs and stay published while its last tokens live.
 *
 * Members are named one by one: a private member (`d`) cannot slip through, whatever the configuration holds.
 */
export function publicJwks({ ZAAKSYSTEEM_SIGNING_KEYS: { keys } }: KeysEnv) {
  return {
    keys: keys.map(({ kid, kty, crv, x, y }) => ({ kid, kty, crv, x, y, use: 'sig', alg: WEBHOOK_TOKEN_ALGORITHM })),
  }
}
