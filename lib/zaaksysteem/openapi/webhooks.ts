import { z } from 'zod'
import type { ZodOpenApiPathsObject, ZodOpenApiSecuritySchemeObject } from 'zod-openapi'
import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'
import { encodeCeHeader } from '#lib/contract/ce-header.ts'
import { EVENT_TYPES, type EventType } from '#lib/contract/event-types.ts'
import { NLGOV_ADR_HEADER } from '#lib/contract/nlgov-adr-signature.ts'
import { STANDARD_WEBHOOKS_HEADERS } from '#lib/contract/standard-webhooks.ts'
import { WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import { DATA_SCHEMAS } from '#lib/contract/zaak-event.ts'
import { EVENT_SCHEMAS, exampleEvent, nameOfType } from './event-schemas.ts'

/** How a delivery is proven, by the credentialtype of its abonnement. */
export const CREDENTIALS = {
  JWT: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'ES256, `typ: webhook+jwt`; `aud` is the sink as registered, `body_sha256` the base64url of SHA-256 over the raw body, `exp` at most two minutes after `iat`. Keys: `/api/zaaksysteem/jwks.json`.',
  },
  ACCESSTOKEN: {
    type: 'http',
    scheme: 'bearer',
    description: 'The secret that registering gave, as it is. It proves the sender and signs nothing.',
  },
  STANDARDWEBHOOKS: {
    type: 'apiKey',
    in: 'header',
    name: STANDARD_WEBHOOKS_HEADERS.signature,
    description:
      'Standard Webhooks 1.0: HMAC-SHA256 under the secret that registering gave, over `<webhook-id>.<webhook-timestamp>.<raw body>`.',
  },
  HTTPMESSAGESIGNATURES: {
    type: 'apiKey',
    in: 'header',
    name: 'Signature',
    description:
      'RFC 9421 with ed25519, `tag="zaaknotificatie"`, over method, target URI, content type, content digest and every `ce-` header. Keys: `/api/zaaksysteem/jwks.json`.',
  },
  NLGOVADR: {
    type: 'apiKey',
    in: 'header',
    name: NLGOV_ADR_HEADER,
    description:
      'NLgov API Design Rules, module Signing: a detached JAdES signature (PS256) over the `Digest` header. Keys: `/api/zaaksysteem/jwks.json`.',
  },
} as const satisfies Record<Credentialtype, ZodOpenApiSecuritySchemeObject>

const requestOrigin = z
  .string()
  .describe('DNS name of the zaaksysteem, as in the handshake.')
  .meta({ example: 'zaaksysteem.voorbeeld.example' })

/** Binary mode: each attribute is a header, and the body is the data (CloudEvents HTTP binding 3.1). */
function ceHeaders(type: EventType) {
  const { data: _, datacontenttype: __, ...attributes } = exampleEvent(type)
  const entries = Object.entries(attributes).map(([name, value]) => [
    `ce-${name}`,
    z
      .string()
      .optional()
      .describe('In binary mode only.')
      .meta({ example: encodeCeHeader(String(value)) }),
  ])
  return Object.fromEntries(entries) as Record<string, z.ZodType>
}

const nothing = (description: string) => ({
  description,
  headers: z.object({ 'API-Version': z.string().optional().describe('Of your API, when it has one.') }),
})

const RESPONSES = {
  200: nothing('Taken.'),
  202: nothing('Taken; you handle it later.'),
  204: nothing('Taken. The answer to a repeat too.'),
  410: { description: 'Never again: the abonnement ends.' },
  429: {
    description: 'Later; after `Retry-After` when you send it.',
    headers: z.object({ 'Retry-After': z.string().optional() }),
  },
  '4XX': { description: 'Refused. It is tried again by the schedule of the abonnement, as after every failure.' },
  '5XX': { description: 'Not now. It is tried again.' },
}

/** What the zaaksysteem sends to a sink, by type of event. */
export function webhooks(): ZodOpenApiPathsObject {
  return Object.fromEntries(Object.values(EVENT_TYPES).map((type) => [nameOfType(type), { post: deliveryOf(type) }]))
}

function deliveryOf(type: EventType) {
  const example = exampleEvent(type)
  const schema = EVENT_SCHEMAS[type]
  return {
    operationId: `ontvang${nameOfType(type)}`,
    tags: ['Bezorgingen'],
    summary: type,
    description:
      'POSTed to the sink. Which of the media types comes is the contentmodus of the abonnement, which of the proofs its credentialtype. Verify the raw bytes before you parse them.',
    security: Object.keys(CREDENTIALS).map((name) => ({ [name]: [] })),
    requestParams: { header: z.object({ [WEBHOOK_HEADERS.requestOrigin]: requestOrigin, ...ceHeaders(type) }) },
    requestBody: {
      required: true,
      content: {
        'application/cloudevents+json; charset=utf-8': { schema, example },
        'application/cloudevents-batch+json; charset=utf-8': { schema: z.array(schema), example: [example] },
        'application/json': { schema: DATA_SCHEMAS[type], example: example.data },
      },
    },
    responses: RESPONSES,
  }
}
