/** Header names of Standard Webhooks 1.0.0. */
export const STANDARD_WEBHOOKS_HEADERS = {
  /** the token's `sub`: an event's `id`, the same at each retry; for a batch an id of this attempt */
  id: 'webhook-id',
  /** when this attempt was signed: whole seconds since 1970 */
  timestamp: 'webhook-timestamp',
  /** signatures separated by spaces, each `<version>,<base64>`: `v1` is HMAC-SHA256, `v1a` Ed25519 */
  signature: 'webhook-signature',
} as const

/** How far the timestamp may differ from the receiver's clock, in either direction. */
export const STANDARD_WEBHOOKS_TOLERANCE_SECONDS = 300

/** Prefix of a symmetric secret; the base64 of 24 to 64 bytes follows. */
export const SECRET_PREFIX = 'whsec_'

/**
 * The bytes that every version signs: `<id>.<timestamp>.<body>`.
 *
 * @param options.id without a dot: the signed bytes could otherwise be split into another id, timestamp and body
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
