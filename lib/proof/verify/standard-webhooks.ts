import { createHmac, verify } from 'node:crypto'
import { STANDARD_WEBHOOKS_HEADERS } from '#lib/contract/signature-headers.ts'
import { decodeBase64 } from '#lib/platform/crypto/base64.ts'
import { equalBytes } from '#lib/platform/crypto/hash-token.ts'
import { secondsOf } from '../sign/signing.ts'
import { STANDARD_WEBHOOKS_TOLERANCE_SECONDS, standardWebhooksContent } from '../sign/standard-webhooks.ts'
import { verifyJwt } from './jwt.ts'
import { compared, decided, keyStep, passed, period, refused, type Verifier, waited } from './step.ts'

const SECONDS = /^[1-9]\d{0,10}$/
const SIGNATURE = /^([a-z0-9]+),(\S+)$/
/**
 * The most signatures in a header: enough for a rotation of every key. It is limited because each signature
 * is tried with each key.
 */
const MAX_SIGNATURES = 10

/**
 * Standard Webhooks 1.0.0: one valid signature is enough, so that secrets and keys can be rotated. Signatures
 * of unknown versions are ignored.
 */
export const verifyStandardWebhooks: Verifier = function* (request, trust) {
  const bearer = yield* verifyJwt(request, trust)
  const { headers, body } = request
  const [id, timestamp, given] = Object.values(STANDARD_WEBHOOKS_HEADERS).map((name) => headers.get(name))
  const isPresent = id && !id.includes('.') && timestamp && SECONDS.test(timestamp) && given
  const expected = Object.values(STANDARD_WEBHOOKS_HEADERS).join(', ')
  if (!isPresent) return void (yield refused('webhook_headers', 'webhook_headers_invalid', { expected }))
  const content = standardWebhooksContent({ id, timestamp, body })
  yield passed('webhook_headers', { signed: content })

  const from = Number(timestamp) - STANDARD_WEBHOOKS_TOLERANCE_SECONDS
  const to = Number(timestamp) + STANDARD_WEBHOOKS_TOLERANCE_SECONDS
  const now = secondsOf(trust.now)
  const isNear = now >= from && now <= to
  yield decided('webhook_tijd', !isNear && 'outside_tolerance', {
    ...(!isNear && { expected: period(from, to) }),
    found: trust.now.toISOString(),
  })
  if (bearer) yield compared('webhook_event', { expected: bearer.eventId, found: id, code: 'webhook_id_invalid' })

  const name = 'webhook_handtekening'
  const signatures = parseSignatures(given)
  if (!signatures) return void (yield refused(name, 'webhook_signature_malformed'))
  for (const { id: geheimId, waarde } of trust.geheimen) {
    const expected = createHmac('sha256', waarde).update(content).digest()
    if (!signatures.v1.some((signature) => equalBytes(signature, expected))) continue
    yield passed(name, { found: 'v1' })
    return { eventId: id, kid: geheimId }
  }
  if (signatures.v1a.length === 0) return void (yield refused(name, 'no_signature_fits'))
  const fitting = yield* waited(
    trust.findKey('Ed25519', (keys) =>
      keys.find(({ key }) => signatures.v1a.some((signature) => verify(null, content, key, signature))),
    ),
  )
  if (!fitting.ok && fitting.reason === 'unknown_key') return void (yield refused(name, 'no_signature_fits'))
  yield fitting.ok ? passed(name, { found: 'v1a' }) : keyStep(name, 'v1a', fitting)
  return fitting.ok ? { eventId: id, kid: fitting.value.kid } : undefined
}

/**
 * `undefined` when malformed. `Headers` joins a repeated header with a comma, which base64 cannot contain.
 */
function parseSignatures(header: string): { v1: Buffer[]; v1a: Buffer[] } | undefined {
  const entries = header.split(' ')
  if (entries.length > MAX_SIGNATURES) return undefined
  const signatures: { v1: Buffer[]; v1a: Buffer[] } = { v1: [], v1a: [] }
  for (const entry of entries) {
    const [, version, text = ''] = SIGNATURE.exec(entry) ?? []
    if (!version) return undefined
    if (version !== 'v1' && version !== 'v1a') continue
    const signature = decodeBase64(text)
    if (!signature) return undefined
    signatures[version].push(signature)
  }
  return signatures
}
