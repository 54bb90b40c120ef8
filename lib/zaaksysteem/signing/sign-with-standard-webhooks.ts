import { createHmac } from 'node:crypto'
import { SECRET_PREFIX, STANDARD_WEBHOOKS_HEADERS, standardWebhooksContent } from '#lib/contract/standard-webhooks.ts'
import { signBytes } from './sign-bytes.ts'
import { signWithJwt } from './sign-with-jwt.ts'
import type { Signable } from './signer.ts'
import { type SigningContext, signingKey } from './signing-keys.ts'

/**
 * Standard Webhooks 1.0.0 in addition to the JWT: `v1` (HMAC-SHA256) with each valid secret, so that during a rotation
 * the receiver can verify with the old or the new one, and `v1a` (Ed25519) with the published key.
 *
 * @throws when the abonnement has no valid secret
 */
export async function signWithStandardWebhooks(ctx: SigningContext, signable: Signable) {
  const { eventId: id, body, geheimen } = signable
  if (geheimen.length === 0) throw new Error('An abonnement with STANDARDWEBHOOKS has no valid secret')
  const timestamp = String(Math.floor(ctx.clock().getTime() / 1000))
  const content = standardWebhooksContent({ id, timestamp, body: Buffer.from(body) })
  const [token, key] = await Promise.all([signWithJwt(ctx, signable), signingKey(ctx, 'Ed25519')])
  const signatures = [
    ...geheimen.map((geheim) => `v1,${hmac(geheim, content)}`),
    `v1a,${(await signBytes(key, content)).toString('base64')}`,
  ]
  return {
    ...token,
    [STANDARD_WEBHOOKS_HEADERS.id]: id,
    [STANDARD_WEBHOOKS_HEADERS.timestamp]: timestamp,
    [STANDARD_WEBHOOKS_HEADERS.signature]: signatures.join(' '),
  }
}

function hmac(geheim: string, content: Uint8Array): string {
  const secret = Buffer.from(geheim.slice(SECRET_PREFIX.length), 'base64')
  return createHmac('sha256', secret).update(content).digest('base64')
}
