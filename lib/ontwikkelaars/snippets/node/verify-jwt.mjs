import { createHash, verify } from 'node:crypto'
import { UnknownKey } from './keys.mjs'

const TOLERANCE_SECONDS = 5
const TOKEN = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/

/**
 * Returns the claims, or throws when the message is not proven.
 *
 * `headers` has names in lower case. `body` is the Buffer that came, before anything parses it. `sink` and
 * `source` are what you registered and whom you trust; `now` is in seconds.
 */
export function verifyJwt({ headers, body, sink, source, keys, now = Date.now() / 1000 }) {
  const [, header, payload, signature] = TOKEN.exec(headers.authorization ?? '') ?? []
  if (!signature) throw new Error('no token')
  const { alg, typ, kid } = fromBase64url(header)
  const key = keys.get(kid)
  if (alg !== 'ES256' || typ !== 'webhook+jwt' || key?.asymmetricKeyType !== 'ec') throw new UnknownKey()
  const raw = { key, dsaEncoding: 'ieee-p1363' }
  if (!verify('sha256', Buffer.from(`${header}.${payload}`), raw, Buffer.from(signature, 'base64url'))) {
    throw new Error('signature differs')
  }

  const claims = fromBase64url(payload)
  if (claims.iss !== source) throw new Error(`not for us: from ${claims.iss}, not ${source}`)
  if (claims.aud !== sink) throw new Error(`not for us: to ${claims.aud}, not ${sink}`)
  if (now > claims.exp + TOLERANCE_SECONDS || now < claims.iat - TOLERANCE_SECONDS) throw new Error('expired')
  const digest = createHash('sha256').update(body).digest('base64url')
  if (claims.body_sha256 !== digest) throw new Error('body differs')
  return claims
}

function fromBase64url(text) {
  return JSON.parse(Buffer.from(text, 'base64url').toString())
}
