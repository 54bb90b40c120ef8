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
      id: z.uuid().describe('The identity of the event, which a repeat keeps.'),
      type: z.literal(type),
      subject: z.uuid().describe('The zaak; the same as `zaakId`.'),
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
  .meta({ id: 'AndereOntvangst', description: 'An event of another type: it is taken, and changes nothing.' })

/** Events as the receiver reads them: optional members of a sender are not required. */
const RECEIVED_EVENTS: z.ZodType[] = [...known, other]
const RECEIVED_DATA: z.ZodType[] = TYPES.map((type) => NAMED_DATA[type])

const rate = z.string().regex(RATE).describe('Deliveries per minute, or `*` for no limit.').meta({ example: '*' })

const POST_DESCRIPTION = `
One event in the structured or binary mode, or a batch; batches and binary only when that was agreed on. UTF-8, without content
coding. An event is at most 256 KiB, a batch at most 1000 events and 1 MiB. In the binary mode each attribute is a \`ce-\` header.

What proves the sender was agreed on too, and the proof is over the raw bytes: nothing is parsed before it holds. The bearer token
may come as \`access_token\` in the query (RFC 6750 section 2.3), but not twice. Its \`aud\` is this address, as it was registered.

An event is stored before the answer is given, and once: a repeat with the same content gets the same 204, one with another
content 409. Of a batch all events are stored or none. Types and attributes that the portal does not know are taken and change
nothing; a member of \`data\` that its schema does not have is refused with 400 \`invalid_event\`. With \`proefbericht\` true an event is checked as any other, and changes nothing.

After 429 and 503 send it again, after \`Retry-After\`; after 410 no event is wanted any more. What else is refused is refused for
something that sending it again does not mend. \`invalid_event\` tells in \`errors\` all that is wrong, with a JSON Pointer; in a batch that starts
with the index of the event.`.trim()

const below = {
  path: '/api/publieksportaal',
  description:
    'The webhook has no version in its address: whoever was given it keeps it, and events say what they are.',
}

/** Shared by the webhook and the proefdeur. */
export const WEBHOOK = {
  below,
  tag: 'Webhook',
  security: PROOFS,
  headers: bezorgingHeaders(EVENT_TYPES.statuswijziging),
  content: bezorgingContent({ events: RECEIVED_EVENTS, data: RECEIVED_DATA, type: EVENT_TYPES.statuswijziging }),
  answers: { 204: { description: 'All of it is stored, now or before.' } },
} as const

export const TOESTEMMING_VRAGEN = {
  below,
  tag: 'Webhook',
  summary: 'The handshake: may this origin deliver here, and how fast',
  description:
    'CloudEvents webhook specification, section 4. The headers of the answer are the consent, whatever its status: without them there is none. What comes faster than the rate gets 429.',
  headers: z.object({
    [WEBHOOK_HEADERS.requestOrigin]: requestOrigin,
    [WEBHOOK_HEADERS.requestRate]: rate.optional(),
  }),
  answers: {
    204: {
      description: 'Consent when both headers are there, and none without them.',
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
    summary: 'Takes events of the source that the portal registered at',
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
