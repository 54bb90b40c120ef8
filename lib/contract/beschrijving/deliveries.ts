import { z } from 'zod'
import type { Credentialtype } from '../abonnement-resource.ts'
import { encodeCeHeader } from '../ce-header.ts'
import { EVENT_TYPES, type EventType } from '../event-types.ts'
import { NLGOV_ADR_HEADER } from '../nlgov-adr-signature.ts'
import { STANDARD_WEBHOOKS_HEADERS } from '../standard-webhooks.ts'
import { WEBHOOK_HEADERS } from '../webhook.ts'
import { DATA_SCHEMAS, EVENT_BATCH_CONTENT_TYPE, EVENT_CONTENT_TYPE } from '../zaak-event.ts'
import { EVENT_SCHEMAS, exampleEvent } from './event-schemas.ts'

/** How a delivery is proven, by the credentialtype of its abonnement; as OpenAPI describes it. */
export const CREDENTIALS = {
  JWT: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'ES256, `typ: webhook+jwt`; `aud` is the sink as registered, `body_sha256` the base64url of SHA-256 over the raw body, `exp` at most two minutes after `iat`. Keys: `jwks.json` of the zaaksysteem.',
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
      'RFC 9421 with ed25519, `tag="zaaknotificatie"`, over method, target URI, content type, content digest and every `ce-` header. Keys: `jwks.json` of the zaaksysteem.',
  },
  NLGOVADR: {
    type: 'apiKey',
    in: 'header',
    name: NLGOV_ADR_HEADER,
    description:
      'NLgov API Design Rules, module Signing: a detached JAdES signature (PS256) over the `Digest` header. Keys: `jwks.json` of the zaaksysteem.',
  },
} as const satisfies Record<Credentialtype, object>

export const requestOrigin = z
  .string()
  .describe('DNS name of the zaaksysteem, as in the handshake.')
  .meta({ example: 'zaaksysteem.voorbeeld.example' })

/** The headers of a delivery. In binary mode each attribute is one (CloudEvents HTTP binding 3.1). */
export function deliveryHeaders(type: EventType) {
  const { data: _, datacontenttype: __, ...attributes } = exampleEvent(type)
  const entries = Object.entries(attributes).map(([name, value]): [string, z.ZodType] => [
    `ce-${name}`,
    z
      .string()
      .optional()
      .describe('In binary mode only.')
      .meta({ example: encodeCeHeader(String(value)) }),
  ])
  return z.object({ [WEBHOOK_HEADERS.requestOrigin]: requestOrigin, ...Object.fromEntries(entries) })
}

const ofTypes = <Schema extends z.ZodType>(schemas: Schema[]) => (schemas.length === 1 ? schemas[0] : z.union(schemas))

/** The bodies of deliveries of some types of event, by media type: structured, batch and binary. */
export function deliveryContent(types: readonly EventType[]) {
  const event = ofTypes(types.map((type) => EVENT_SCHEMAS[type])) as z.ZodType
  const data = ofTypes(types.map((type) => DATA_SCHEMAS[type])) as z.ZodType
  const example = exampleEvent(types[0] ?? EVENT_TYPES.zaakstatusGewijzigd)
  return {
    [EVENT_CONTENT_TYPE]: { schema: event, example },
    [EVENT_BATCH_CONTENT_TYPE]: { schema: z.array(event), example: [example] },
    'application/json': { schema: data, example: example.data },
  }
}
