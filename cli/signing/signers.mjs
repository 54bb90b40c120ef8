import { createHash, createHmac, randomUUID } from 'node:crypto'
import { encodeJson, signBytes, signJws } from './sign-jws.mjs'

const TOKEN_LIFETIME_SECONDS = 120
const SIGNATURE_LIFETIME_SECONDS = 300

/**
 * What is signed for one request.
 *
 * @typedef {object} Signable
 * @property {import('./load-sleutels.mjs').Sleutels} sleutels
 * @property {string} body exactly as it is sent
 * @property {string} eventId
 * @property {string} source of the event: who the token says that it is from
 * @property {string} sink exactly as given
 * @property {Record<string, string>} headers the other headers of the request
 * @property {number} now seconds since 1970
 *
 * @typedef {keyof typeof SIGNERS} Credentialtype
 */

/** How each credentialtype of an abonnement is signed. The zaaksysteem does the same with its own keys. */
export const SIGNERS = {
  JWT: signWithJwt,
  ACCESSTOKEN: signWithAccessToken,
  STANDARDWEBHOOKS: signWithStandardWebhooks,
  HTTPMESSAGESIGNATURES: signWithHttpMessageSignature,
  NLGOVADR: signWithNlgovAdr,
}

export const CREDENTIALTYPES = Object.keys(SIGNERS)

/**
 * A JWT (RFC 7519) that holds for this body, at this sink, for two minutes.
 *
 * @param {Signable} signable
 * @returns {Record<string, string>}
 */
function signWithJwt({ sleutels, body, eventId, source, sink, now }) {
  const content = encodeJson({
    iss: source,
    aud: sink,
    iat: now,
    exp: now + TOKEN_LIFETIME_SECONDS,
    jti: randomUUID(),
    sub: eventId,
    body_sha256: createHash('sha256').update(body).digest('base64url'),
  })
  const { protectedHeader, signature } = signJws(sleutels, { alg: 'ES256', header: { typ: 'webhook+jwt' }, content })
  return { Authorization: `Bearer ${protectedHeader}.${content}.${signature}` }
}

/**
 * An opaque token (RFC 6750), which proves nothing about the content.
 *
 * @param {Signable} signable
 * @returns {Record<string, string>}
 */
function signWithAccessToken({ sleutels }) {
  return { Authorization: `Bearer ${sleutels.accesstoken}` }
}

/**
 * Standard Webhooks 1.0.0, `v1` with the secret and `v1a` with the key, in addition to the JWT.
 *
 * @param {Signable} signable
 * @returns {Record<string, string>}
 */
function signWithStandardWebhooks(signable) {
  const { sleutels, body, eventId, now } = signable
  const content = Buffer.from(`${eventId}.${now}.${body}`)
  const secret = Buffer.from(sleutels.secret.slice('whsec_'.length), 'base64')
  const v1 = createHmac('sha256', secret).update(content).digest('base64')
  const v1a = signBytes('Ed25519', sleutels.tekenen.Ed25519, content).toString('base64')
  return {
    ...signWithJwt(signable),
    'webhook-id': eventId,
    'webhook-timestamp': String(now),
    'webhook-signature': `v1,${v1} v1a,${v1a}`,
  }
}

/**
 * HTTP Message Signatures (RFC 9421) over the request and its `Content-Digest` (RFC 9530), in addition to the JWT.
 *
 * @param {Signable} signable
 * @returns {Record<string, string>}
 */
function signWithHttpMessageSignature(signable) {
  const { sleutels, body, sink, headers, now } = signable
  const { Ed25519 } = sleutels.tekenen
  const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`
  const target = new URL(sink)
  target.hash = ''
  const values = new Map([
    ['@method', 'POST'],
    ['@target-uri', target.href],
    ['content-type', headers['content-type'] ?? ''],
    ['content-digest', digest],
    ...Object.entries(headers)
      .map(([name, value]) => /** @type {[string, string]} */ ([name.toLowerCase(), value]))
      .filter(([name]) => name.startsWith('ce-') || name === 'webhook-request-origin')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ])
  const params =
    `(${[...values.keys()].map((name) => `"${name}"`).join(' ')});created=${now}` +
    `;expires=${now + SIGNATURE_LIFETIME_SECONDS};nonce="${randomUUID()}";keyid="${Ed25519.kid}"` +
    ';alg="ed25519";tag="zaaknotificatie"'
  const lines = [...values].map(([name, value]) => `"${name}": ${value}\n`)
  const base = Buffer.from(`${lines.join('')}"@signature-params": ${params}`)
  return {
    ...signWithJwt(signable),
    'content-digest': digest,
    'signature-input': `zaak=${params}`,
    signature: `zaak=:${signBytes('Ed25519', Ed25519, base).toString('base64')}:`,
  }
}

/**
 * Payload signing of the NLgov API Design Rules (module Signing 1.0.0) over the `Digest` header, besides the JWT.
 *
 * @param {Signable} signable
 * @returns {Record<string, string>}
 */
function signWithNlgovAdr(signable) {
  const digest = `SHA-256=${createHash('sha256').update(signable.body).digest('base64')}`
  const header = {
    iat: signable.now,
    sigD: { mId: 'http://uri.etsi.org/19182/HttpHeaders', pars: ['digest'] },
    b64: false,
    crit: ['b64', 'sigD'],
  }
  const jws = signJws(signable.sleutels, { alg: 'PS256', header, content: `digest: ${digest}` })
  return {
    ...signWithJwt(signable),
    digest,
    'nlgov-adr-payload-sig': `${jws.protectedHeader}..${jws.signature}`,
  }
}
