/**
 * The two web processes of the browser tests, on the same databases, each with its own house style. The first
 * has TLS and receives the bezorgingen; the second is plaintext, like the demo.
 */
export const ORIGIN = 'https://localhost:3911'
export const ORIGIN_UTRECHT = 'http://localhost:3912'
/** A copy of the second in Next.js' own server, without our server in front of the route handlers. */
export const ORIGIN_NEXT_ONLY = 'http://localhost:3914'
/**
 * The address of a server that answers, once the portal is registered, with the certificate authority to
 * trust (PEM), and at /token with the token of a client with all scopes.
 */
export const READY_PORT = 3913
/** A second source that registered at the portal and sends nothing, so that a test may retire it. */
export const FORMER_BRON = 'urn:nld:oin:00000099000000002000:systeem:vorig-zaaksysteem'
