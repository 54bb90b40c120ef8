import { createHmac, verify } from 'node:crypto'
import {
  STANDARD_WEBHOOKS_HEADERS,
  STANDARD_WEBHOOKS_TOLERANCE_SECONDS,
  standardWebhooksContent,
} from '#lib/contract/standard-webhooks.ts'
import { decodeBase64 } from '#lib/platform/crypto/base64.ts'
import { equalBytes } from '#lib/platform/crypto/equal-bytes.ts'
import { validGeheimen } from '../../bron/bron.ts'
import { findRemoteKey } from './remote-keys.ts'
import { invalidSignature, type Verifier } from './verification.ts'
import { verifyJwt } from './verify-jwt.ts'

const SECONDS = /^[1-9]\d{0,10}$/
const SIGNATURE = /^([a-z0-9]+),(\S+)$/
/** Enough for a rotation of every key. Bounded, because each one is tried with each key. */
const MAX_SIGNATURES = 10

/**
 * Standard Webhooks 1.0.0: one valid signature is enough, so that secrets and keys can be rotated. Signatures of
 * versions that the portal does not know are ignored.
 */
export const verifyStandardWebhooks: Verifier = async (ctx, { bron, webhookRequest }) => {
  const bearer = await verifyJwt(ctx, { bron, webhookRequest })
  if (!bearer.ok) return bearer

  const { headers, body } = webhookRequest
  const id = headers.get(STANDARD_WEBHOOKS_HEADERS.id)
  const timestamp = headers.get(STANDARD_WEBHOOKS_HEADERS.timestamp)
  if (!id || id.includes('.') || id !== bearer.eventId) return invalidSignature('webhook_id_invalid')
  if (!timestamp || !SECONDS.test(timestamp)) return invalidSignature('webhook_timestamp_invalid')
  const ageSeconds = Math.floor(ctx.clock().getTime() / 1000) - Number(timestamp)
  if (Math.abs(ageSeconds) > STANDARD_WEBHOOKS_TOLERANCE_SECONDS) return invalidSignature('outside_tolerance')

  const signatures = parseSignatures(headers.get(STANDARD_WEBHOOKS_HEADERS.signature))
  if (!signatures) return invalidSignature('webhook_signature_malformed')
  const content = standardWebhooksContent({ id, timestamp, body })

  for (const { id: geheimId, waarde } of validGeheimen(ctx, bron, 'STANDARDWEBHOOKS')) {
    const expected = createHmac('sha256', waarde).update(content).digest()
    if (signatures.v1.some((signature) => equalBytes(signature, expected))) {
      return { ok: true, eventId: id, kid: geheimId }
    }
  }
  if (signatures.v1a.length === 0) return invalidSignature('no_signature_fits')
  const found = await findRemoteKey(ctx, {
    bron,
    webhookRequest,
    alg: 'Ed25519',
    pick: (keys) => keys.find(({ key }) => signatures.v1a.some((signature) => verify(null, content, key, signature))),
  })
  if (found.ok) return { ok: true, eventId: id, kid: found.value.kid }
  return found.reason === 'keys_unavailable' ? found : invalidSignature('no_signature_fits')
}

/** `undefined` when malformed. `Headers` joins a header that came twice with a comma, which base64 cannot contain. */
function parseSignatures(header: string | null): { v1: Buffer[]; v1a: Buffer[] } | undefined {
  const entries = header?.split(' ') ?? []
  if (entries.length === 0 || entries.length > MAX_SIGNATURES) return undefined
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
