/**
 * Where the browser tests find the two web processes: the same databases, each its own house style. The first one has
 * TLS, and deliveries go to it; the second one is plaintext, as the demo is.
 */
export const ORIGIN = 'https://localhost:3911'
export const ORIGIN_UTRECHT = 'http://localhost:3912'
/** Answers with the certificate authority to trust (PEM), when the data is there and the portal is registered. */
export const READY_PORT = 3913
/** A second source that registered at the portal, from which nothing comes: a test may retire it. */
export const FORMER_BRON = 'urn:nld:oin:00000099000000002000:systeem:vorig-zaaksysteem'
