import { z } from 'zod'
import { extensionAttribute, knownAttributes } from '#lib/content/event-attributes.ts'
import { bezorgingContent, bezorgingHeaders, PROOFS, requestOrigin } from '#lib/contract/beschrijving/bezorgingen.ts'
import { NAMED_DATA, nameOfType } from '#lib/contract/beschrijving/event-schemas.ts'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { RATE, WEBHOOK_HEADERS } from '#lib/contract/webhook.ts'
import type { Operation } from '#lib/platform/openapi/operation.ts'
import { AFWIJZING_PROBLEMS } from '../receiver/afwijzing-response.ts'

const TYPES = Object.values(EVENT_TYPES)
const attributes = knownAttributes.catchall(extensionAttribute)

const known = TYPES.map((type) =>
  attributes
    .extend({
      id: z.uuid().describe('The id of the event. A repeat keeps it.'),
      type: z.literal(type),
      subject: z.uuid().describe('The UUID of the zaak, equal to `zaakId`.'),
      data: NAMED_DATA[type],
    })
    .meta({ id: `${nameOfType(type)}Ontvangst` }),
)

const other = attributes
  .extend({
    type: z
      .string()
      .min(1)
      .meta({ not: { enum: TYPES } }),
    data: z.unknown().optional(),
  })
  .meta({ id: 'AndereOntvangst', description: 'An event of another type. It is accepted and changes nothing.' })

/** Events as the receiver reads them: optional members of a sender are not required. */
const RECEIVED_EVENTS: z.ZodType[] = [...known, other]
const RECEIVED_DATA: z.ZodType[] = TYPES.map((type) => NAMED_DATA[type])

const rate = z
  .string()
  .regex(RATE)
  .describe('The number of deliveries per minute, or `*` for no limit.')
  .meta({ example: '*' })

const POST_DESCRIPTION = `
Delivers one event in structured or binary mode, or a batch. Binary mode and batches must have been agreed on. The body is UTF-8
without content coding. An event is at most 256 KiB; a batch has at most 1000 events and 1 MiB. In binary mode each attribute is a
\`ce-\` header.

The credentialtype was agreed on too. Its proof covers the raw bytes, and nothing is parsed before it is verified. The bearer token
may come as \`access_token\` in the query (RFC 6750 section 2.3), but not twice. Its \`aud\` is this URL, as registered.

An event is stored once, before the response. A repeat with the same content gets the same 204, and one with other content 409. A
batch is stored as a whole or not at all. Unknown types and attributes are accepted and change nothing; a member of \`data\` that is
not in its schema is refused with 400 \`invalid_event\`. An event with \`proefbericht\` true is checked as any other, and changes nothing.

After 429 and 503, retry after \`Retry-After\`. After 410 no more events are accepted. A retry after any other refusal is refused
again. \`invalid_event\` lists every error in \`errors\` with a JSON Pointer; in a batch it starts with the index of the event.`.trim()

const below = {
  path: '/api/publieksportaal',
  description: 'The webhook has no version in its URL: a registered URL stays valid, and events state their own type.',
}

/** Shared by the webhook and the proefdeur. */
export const WEBHOOK = {
  below,
  tag: 'Webhook',
  security: PROOFS,
  headers: bezorgingHeaders(EVENT_TYPES.statuswijziging),
  content: bezorgingContent({ events: RECEIVED_EVENTS, data: RECEIVED_DATA, type: EVENT_TYPES.statuswijziging }),
  answers: { 204: { description: 'All events are stored, now or before.' } },
} as const

export const TOESTEMMING_VRAGEN = {
  below,
  tag: 'Webhook',
  summary: 'Ask for consent to deliver (handshake)',
  description:
    'Follows section 4 of the CloudEvents webhook specification. Only the response headers give consent, never the status code. Deliveries above the allowed rate get 429.',
  headers: z.object({
    [WEBHOOK_HEADERS.requestOrigin]: requestOrigin,
    [WEBHOOK_HEADERS.requestRate]: rate.optional(),
  }),
  answers: {
    204: {
      description: 'Consent if both headers are present, and no consent otherwise.',
      headers: {
        [WEBHOOK_HEADERS.allowedOrigin]: requestOrigin.optional(),
        [WEBHOOK_HEADERS.allowedRate]: rate.optional(),
        Allow: z.literal('POST, OPTIONS'),
      },
    },
  },
} as const

/** The webhook has a route of its own, `handleWebhook`; this describes it. */
export const WEBHOOK_OPERATIONS: readonly Operation<never>[] = [
  {
    ...WEBHOOK,
    on: 'POST /webhooks',
    id: 'gebeurtenisOntvangen',
    summary: 'Deliver events to the portal',
    description: POST_DESCRIPTION,
    problems: AFWIJZING_PROBLEMS,
  },
  {
    ...TOESTEMMING_VRAGEN,
    on: 'OPTIONS /webhooks',
    id: 'toestemmingVragen',
    problems: { unavailable: AFWIJZING_PROBLEMS.unavailable },
  },
]
