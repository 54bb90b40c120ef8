import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { deliveryContent, deliveryHeaders, PROOFS } from '#lib/contract/beschrijving/deliveries.ts'
import { DELIVERED_SCHEMAS, nameOfType } from '#lib/contract/beschrijving/event-schemas.ts'
import { DATA_SCHEMAS, EVENT_TYPES, type EventType } from '#lib/contract/event-types.ts'
import { allOf } from '#lib/platform/openapi/operation.ts'

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
  return Object.fromEntries(Object.values(EVENT_TYPES).map((type) => [nameOfType(type), { post: bezorgingOf(type) }]))
}

function bezorgingOf(type: EventType) {
  return {
    operationId: `ontvang${nameOfType(type)}`,
    tags: ['Bezorgingen'],
    summary: type,
    description:
      'POSTed to the sink. Which of the media types comes is the contentmodus of the abonnement, which of the proofs its credentialtype. Verify the raw bytes before you parse them.',
    security: PROOFS.map(allOf),
    requestParams: { header: deliveryHeaders(type) },
    requestBody: {
      required: true,
      content: deliveryContent({ events: [DELIVERED_SCHEMAS[type]], data: [DATA_SCHEMAS[type]], type }),
    },
    responses: RESPONSES,
  }
}
