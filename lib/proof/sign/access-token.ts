import type { Sender, Signable } from './signing.ts'

/**
 * `Authorization: Bearer <opaque token>` (RFC 6750). During a rotation it is the oldest valid token, so that
 * the receiver has until its expiry to learn the new one. Proves nothing about the content.
 *
 * @throws when the receiver has no valid secret
 */
export async function signWithAccessToken(_sender: Sender, { geheimen }: Pick<Signable, 'geheimen'>) {
  const oldest = geheimen.at(-1)
  if (!oldest) throw new Error('An abonnement with ACCESSTOKEN has no valid secret')
  return { Authorization: `Bearer ${oldest}` }
}
