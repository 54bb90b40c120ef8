/** Header names of Standard Webhooks 1.0.0. */
export const STANDARD_WEBHOOKS_HEADERS = {
  /** the token's `sub`: an event's `id`, the same at each retry; for a batch an id of this attempt */
  id: 'webhook-id',
  /** when this attempt was signed: whole seconds since 1970 */
  timestamp: 'webhook-timestamp',
  /** signatures separated by spaces, each `<version>,<base64>`: `v1` is HMAC-SHA256, `v1a` Ed25519 */
  signature: 'webhook-signature',
} as const

/**
 * NLgov REST API Design Rules, module Signing 1.0.0, payload signing: a detached JAdES signature in this
 * header.
 */
export const NLGOV_ADR_HEADER = 'nlgov-adr-payload-sig'
