import { EVENT_BATCH_CONTENT_TYPE, EVENT_CONTENT_TYPE } from '#lib/contract/zaak-event.ts'
import { WEBHOOK_TOKEN_ALGORITHM, WEBHOOK_TOKEN_TYPE, webhookClaims } from '#lib/proof/sign/jwt.ts'
import { encodeJson } from '#lib/proof/sign/signing.ts'
import type { Contentmodus } from '../../generated/enums.ts'
import { renderRequest } from '../send/render-request.ts'

type Headers = Record<string, string>

/** What a poging sent, and where. The pogingen of an event go when its body is purged, or before. */
type Message = { event: string | null; sink: string }

/** A token without what the message says: `kid`, `iat` and `jti`. */
const SHORT_TOKEN = /^Bearer ([\w-]+)\.(\d+)\.([\da-f-]{36})$/

/**
 * The headers of a request as a poging stores them: nothing that its event and its sink say too, which is two thirds of
 * them. A request that `sentHeaders` would not give back as it was, such as a batch, is stored whole.
 *
 * @param kept `keptHeaders` of what was sent
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

/** The headers of a request as they were sent, from what `storedHeaders` left of them. */
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

/** A request in mode `binary` has the content type of its event's data; that of most, `structured`, is not stored. */
function modeOf(contentType: string | undefined): Contentmodus {
  if (contentType === undefined) return 'structured'
  return contentType === EVENT_BATCH_CONTENT_TYPE ? 'batch' : 'binary'
}
