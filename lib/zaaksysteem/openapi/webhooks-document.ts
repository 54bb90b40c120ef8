import { z } from 'zod'
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi'
import { credentialtype, leavesAuthorization } from '#lib/contract/abonnement-resource.ts'
import { bezorgingContent, bezorgingHeaders, CREDENTIALS, PROOFS } from '#lib/contract/beschrijving/bezorgingen.ts'
import {
  DELIVERED_SCHEMAS,
  NAMED_DATA,
  nameOfType,
  SENT_TYPES,
  type SentType,
} from '#lib/contract/beschrijving/event-schemas.ts'
import { describeSchema } from '#lib/platform/openapi/describe-schema.ts'
import { allOf } from '#lib/platform/openapi/operation.ts'
import { type DescriptionContext, infoOf } from './openapi-document.ts'

const DESCRIPTION = `
The requests that the zaaksysteem POSTs to the sink of an abonnement over HTTP, one for each event type. The contentmodus of the
abonnement determines the media type, and its credentialtype determines the security scheme. Verify the raw bytes before you parse
them.`.trim()

/**
 * Returns the requests to a sink as OpenAPI 3.1 webhooks. A separate document, because client generators take
 * a webhook for an operation of the API, and then fail or omit operations.
 */
export function webhooksDocument(ctx: DescriptionContext) {
  return createDocument(
    {
      openapi: '3.1.1',
      info: infoOf(ctx, {
        title: 'Zaaksysteem: webhooks',
        summary: 'Requests to a sink and its responses',
        description: DESCRIPTION,
      }),
      servers: [{ url: `${ctx.env.ZAAKSYSTEEM_URL}/api/zaaksysteem/v1`, description: 'The sender of the requests.' }],
      tags: [{ name: 'Webhooks', description: 'Requests to a sink and its responses.' }],
      webhooks: webhooks(),
      components: { securitySchemes: { ...CREDENTIALS, OAUTH2 } },
    },
    { override: describeSchema },
  )
}

/** For an abonnement with `oauth2`, whose token replaces our JWT. */
const OAUTH2 = {
  type: 'http',
  scheme: 'bearer',
  description:
    'The access token of your own authorization server, which replaces our JWT for an abonnement with `oauth2`.',
} as const
const PROOFS_WITH_OAUTH2 = credentialtype.options.filter(leavesAuthorization).map((type) => ['OAUTH2', type])

const nothing = (description: string) => ({
  description,
  headers: z.object({ 'API-Version': z.string().optional().describe('The version of your API, if it has one.') }),
})

const RESPONSES = {
  200: nothing('The event was accepted.'),
  202: nothing('The event was accepted and will be processed later.'),
  204: nothing('The event was accepted. Use this response for a repeated delivery too.'),
  410: { description: 'The sink wants no more events. The abonnement becomes `uitgeschakeld`.' },
  429: {
    description: 'Too many requests. The delivery is retried later, after `Retry-After` if present.',
    headers: z.object({ 'Retry-After': z.string().optional() }),
  },
  '4XX': {
    description:
      'The event was refused. As after every failure, the delivery is retried by the schedule of the abonnement.',
  },
  '5XX': { description: 'The sink failed. The delivery is retried.' },
}

/** The requests to a sink, by type of event. */
export function webhooks(): ZodOpenApiPathsObject {
  return Object.fromEntries(SENT_TYPES.map((type) => [nameOfType(type), { post: bezorgingOf(type) }]))
}

function bezorgingOf(type: SentType) {
  return {
    operationId: `ontvang${nameOfType(type)}`,
    tags: ['Webhooks'],
    summary: type,
    description:
      'The zaaksysteem POSTs the event to the sink. The contentmodus of the abonnement determines the media type, and its credentialtype determines the security scheme. Verify the raw bytes before you parse them.',
    security: [...PROOFS, ...PROOFS_WITH_OAUTH2].map(allOf),
    requestParams: { header: bezorgingHeaders(type) },
    requestBody: {
      required: true,
      content: bezorgingContent({ events: [DELIVERED_SCHEMAS[type]], data: [NAMED_DATA[type]], type }),
    },
    responses: RESPONSES,
  }
}
