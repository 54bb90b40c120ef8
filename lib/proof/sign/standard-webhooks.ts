import { createHmac } from 'node:crypto'
import { STANDARD_WEBHOOKS_HEADERS } from '#lib/contract/signature-headers.ts'
import { signWithJwt } from './jwt.ts'
import { type Sender, type Signable, secondsOf, signBytes } from './signing.ts'

/** How far the timestamp may differ from the receiver's clock, in either direction. */
export const STANDARD_WEBHOOKS_TOLERANCE_SECONDS = 300

/** Prefix of a symmetric secret; the base64 of 24 to 64 bytes follows. */
export const SECRET_PREFIX = 'whsec_'

/**
 * The bytes that every version signs: `<id>.<timestamp>.<body>`.
 *
 * @param options.id without a dot: the signed bytes could otherwise be split into another id, timestamp and
 * body
 * @param options.timestamp as in its header
 * @param options.body the raw body
 */
export function standardWebhooksContent({
  id,
  timestamp,
  body,
}: {
  id: string
  timestamp: string
  body: Uint8Array
}): Uint8Array<ArrayBuffer> {
  const prefix = new TextEncoder().encode(`${id}.${timestamp}.`)
  const content = new Uint8Array(prefix.length + body.length)
  content.set(prefix)
  content.set(body, prefix.length)
  return content
}

/**
 * Standard Webhooks 1.0.0 in addition to the JWT: `v1` (HMAC-SHA256) with each valid secret, so that during a
 * rotation the receiver can verify with the old or the new one, and `v1a` (Ed25519) with the published key.
 *
 * @throws when the receiver has no valid secret
 */
export async function signWithStandardWebhooks(sender: Sender, signable: Signable) {
  const { eventId: id, body, geheimen } = signable
  if (geheimen.length === 0) throw new Error('An abonnement with STANDARDWEBHOOKS has no valid secret')
  const timestamp = String(secondsOf(sender.now))
  const content = standardWebhooksContent({ id, timestamp, body: Buffer.from(body) })
  const [token, key] = await Promise.all([signWithJwt(sender, signable), sender.signingKey('Ed25519')])
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
