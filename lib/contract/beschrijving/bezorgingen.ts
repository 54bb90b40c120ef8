import { z } from 'zod'
import type { Credentialtype } from '../abonnement-resource.ts'
import { encodeCeHeader } from '../ce-header.ts'
import { NLGOV_ADR_HEADER, STANDARD_WEBHOOKS_HEADERS } from '../signature-headers.ts'
import { WEBHOOK_HEADERS } from '../webhook.ts'
import {
  EINDSTATUS,
  EVENT_BATCH_CONTENT_TYPE,
  EVENT_CONTENT_TYPE,
  PROEFBERICHT,
  VOLLEDIGE_VERSIE,
} from '../zaak-event.ts'
import { exampleEvent, type SentType, TRACEPARENT } from './event-schemas.ts'

/** The security scheme of each credentialtype, as OpenAPI describes it. */
export const CREDENTIALS = {
  JWT: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'A JWT with ES256 and `typ: webhook+jwt`. `aud` is the sink as registered, `body_sha256` the base64url of SHA-256 over the raw body, and `exp` is at most two minutes after `iat`. Keys: `/api/zaaksysteem/jwks.json` of the zaaksysteem.',
  },
  ACCESSTOKEN: {
    type: 'http',
    scheme: 'bearer',
    description: 'The secret from the registration, unchanged. It authenticates the sender and signs nothing.',
  },
  STANDARDWEBHOOKS: {
    type: 'apiKey',
    in: 'header',
    name: STANDARD_WEBHOOKS_HEADERS.signature,
    description:
      'Standard Webhooks 1.0: HMAC-SHA256 with the secret from the registration, over `<webhook-id>.<webhook-timestamp>.<raw body>`.',
  },
  HTTPMESSAGESIGNATURES: {
    type: 'apiKey',
    in: 'header',
    name: 'Signature',
    description:
      'RFC 9421 with ed25519, `tag="zaaknotificatie"`, over method, target URI, content type, content digest and every `ce-` header. Keys: `/api/zaaksysteem/jwks.json` of the zaaksysteem.',
  },
  NLGOVADR: {
    type: 'apiKey',
    in: 'header',
    name: NLGOV_ADR_HEADER,
    description:
      'NLgov API Design Rules, module Signing: a detached JAdES signature (PS256) over the `Digest` header. Keys: `/api/zaaksysteem/jwks.json` of the zaaksysteem.',
  },
} as const satisfies Record<Credentialtype, object>

/**
 * The alternative proofs of a bezorging, each with all its credentials. Signatures come in addition to the
 * bearer token.
 */
export const PROOFS: readonly (readonly Credentialtype[])[] = [
  ['JWT'],
  ['ACCESSTOKEN'],
  ['JWT', 'STANDARDWEBHOOKS'],
  ['JWT', 'HTTPMESSAGESIGNATURES'],
  ['JWT', 'NLGOVADR'],
]

const withProof = (credentialtype: Credentialtype, what: string) =>
  z.string().optional().describe(`With ${credentialtype}: ${what}.`)

/** The headers that a signature needs in addition to the one that holds it. */
const PROOF_HEADERS = {
  [STANDARD_WEBHOOKS_HEADERS.id]: withProof('STANDARDWEBHOOKS', 'the `sub` of the token'),
  [STANDARD_WEBHOOKS_HEADERS.timestamp]: withProof('STANDARDWEBHOOKS', 'the time of signing (Unix time in seconds)'),
  'Signature-Input': withProof('HTTPMESSAGESIGNATURES', 'the signed components and parameters (RFC 9421 section 4.1)'),
  'Content-Digest': withProof('HTTPMESSAGESIGNATURES', 'SHA-256 or SHA-512 of the raw body (RFC 9530)'),
  Digest: withProof('NLGOVADR', '`SHA-256=` and the base64 of SHA-256 over the raw body (RFC 3230)'),
}

export const requestOrigin = z
  .string()
  .describe('The DNS name of the zaaksysteem, as in the handshake.')
  .meta({ example: 'zaaksysteem.voorbeeld.example' })

export const traceparent = z
  .string()
  .optional()
  .describe('The trace context of the event (W3C Trace Context). Absent with a batch.')
  .meta({ example: TRACEPARENT })

/** Returns the header of each attribute in binary mode (CloudEvents HTTP binding 3.1, NATS binding 3.1). */
export function attributeHeaders(type: SentType): Record<string, z.ZodType> {
  const all = { ...exampleEvent(type), [EINDSTATUS]: true, [VOLLEDIGE_VERSIE]: 2, [PROEFBERICHT]: true }
  const { data: _, datacontenttype: __, ...attributes } = all
  const entries = Object.entries(attributes).map(([name, value]): [string, z.ZodType] => [
    `ce-${name}`,
    z
      .string()
      .optional()
      .describe('Present in binary mode only.')
      .meta({ example: encodeCeHeader(String(value)) }),
  ])
  return Object.fromEntries(entries)
}

/** Returns the headers of a bezorging over HTTP. */
export function bezorgingHeaders(type: SentType) {
  return z.object({
    [WEBHOOK_HEADERS.requestOrigin]: requestOrigin,
    traceparent,
    ...PROOF_HEADERS,
    ...attributeHeaders(type),
  })
}

const ofTypes = ([first = z.never(), ...others]: z.ZodType[]) =>
  others.length === 0 ? first : z.union([first, ...others])

/** Returns the bodies of bezorgingen of some events, by media type: structured, batch and binary. */
export function bezorgingContent({
  events,
  data: datas,
  type,
}: {
  events: z.ZodType[]
  data: z.ZodType[]
  type: SentType
}) {
  const event = ofTypes(events)
  const data = ofTypes(datas)
  const example = exampleEvent(type)
  return {
    [EVENT_CONTENT_TYPE]: { schema: event, example },
    [EVENT_BATCH_CONTENT_TYPE]: { schema: z.array(event), example: [example] },
    'application/json': { schema: data, example: example.data },
  }
}
