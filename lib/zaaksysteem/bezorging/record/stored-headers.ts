import { NLGOV_ADR_HEADER, STANDARD_WEBHOOKS_HEADERS } from '#lib/contract/signature-headers.ts'
import { EVENT_BATCH_CONTENT_TYPE, EVENT_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import { WEBHOOK_TOKEN_ALGORITHM, WEBHOOK_TOKEN_TYPE, webhookClaims } from '#lib/proof/sign/jwt.ts'
import { encodeJson } from '#lib/proof/sign/signing.ts'
import type { Contentmodus } from '../../generated/enums.ts'
import { renderRequest } from '../send/render-request.ts'

type Headers = Record<string, string>

/**
 * The event and the sink of an attempt. `event` is null once purged; attempts are purged no later than it.
 */
type Message = { event: string | null; sink: string }

/** A token reduced to `kid`, `iat` and `jti`, which do not follow from the message. */
const SHORT_TOKEN = /^Bearer ([\w-]+)\.(\d+)\.([\da-f-]{36})$/

/**
 * Returns the request headers as an attempt stores them, without the two thirds that follow from its event
 * and sink. A request that `sentHeaders` would not restore exactly, such as a batch, is stored whole.
 *
 * @param kept result of `keptHeaders`
 */
export function storedHeaders(kept: Headers, message: Message): Headers {
  const [header, claims] = kept.Authorization?.replace('Bearer ', '').split('.') ?? []
  if (!header || !claims) return kept
  const { iat, jti } = decode(claims)
  const Authorization = `Bearer ${decode(header).kid}.${iat}.${jti}`
  const mode: Headers =
    kept['content-type'] === EVENT_CONTENT_TYPE ? {} : { 'content-type': kept['content-type'] ?? '' }
  const known = sentHeaders({ ...mode, Authorization }, message)
  if (Object.entries(known).some(([name, value]) => kept[name] !== value)) return kept
  const others = Object.entries(kept).filter(([name]) => known[name] === undefined)
  return { ...mode, ...Object.fromEntries(others), Authorization }
}

/** Restores the headers of a request from the result of `storedHeaders`. */
export function sentHeaders(stored: Headers, { event, sink }: Message): Headers {
  const [, kid, iat, jti] = SHORT_TOKEN.exec(stored.Authorization ?? '') ?? []
  if (!event || !kid || !jti) return stored
  const { source, id, traceparent } = JSON.parse(event) as Record<'source' | 'id' | 'traceparent', string>
  const { headers, body } = renderRequest(modeOf(stored['content-type']), [event])
  const header = encodeJson({ alg: WEBHOOK_TOKEN_ALGORITHM, kid, typ: WEBHOOK_TOKEN_TYPE })
  const claims = encodeJson(webhookClaims({ source, sink, issuedAt: Number(iat), jti, eventId: id, body }))
  return { ...headers, traceparent, ...stored, Authorization: `Bearer ${header}.${claims}.…` }
}

function decode(part: string): { kid?: string; iat?: number; jti?: string } {
  return JSON.parse(Buffer.from(part, 'base64url').toString())
}

/**
 * Returns the contentmodus by the stored content type. For `structured`, the most common, none is stored.
 * `binary` has the content type of its event's data.
 */
function modeOf(contentType: string | undefined): Contentmodus {
  if (contentType === undefined) return 'structured'
  return contentType === EVENT_BATCH_CONTENT_TYPE ? 'batch' : 'binary'
}

/** Signatures over the content. They are not stored, so that a reader of the log cannot replay a request. */
const SIGNATURES: readonly string[] = ['signature', STANDARD_WEBHOOKS_HEADERS.signature]

/**
 * Returns request headers as stored: a JWS without its signature, and nothing of any other token or
 * signature.
 */
export function keptHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const [header, claims, signature] = headers.Authorization?.split('.') ?? []
  const kept: Record<string, string> = { ...headers, Authorization: signature ? `${header}.${claims}.…` : '…' }
  const detached = headers[NLGOV_ADR_HEADER]
  if (detached !== undefined) kept[NLGOV_ADR_HEADER] = `${detached.split('..')[0]}..…`
  for (const name of SIGNATURES) if (kept[name] !== undefined) kept[name] = '…'
  return kept
}
