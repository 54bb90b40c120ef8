/**
 * Header names of the CloudEvents webhook specification 1.0.2 section 4 (abuse protection). Consent is read from
 * these headers only, never from a status code.
 */
export const WEBHOOK_HEADERS = {
  requestOrigin: 'WebHook-Request-Origin',
  requestRate: 'WebHook-Request-Rate',
  requestCallback: 'WebHook-Request-Callback',
  allowedOrigin: 'WebHook-Allowed-Origin',
  allowedRate: 'WebHook-Allowed-Rate',
} as const

/** The rate in a handshake, in requests per minute: a whole number from 1, or `*` for no limit (section 4.2). */
export const RATE = /^(?:\*|[1-9]\d{0,8})$/
