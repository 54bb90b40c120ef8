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
What is POSTed to the sink of an abonnement over HTTP, for each type of event. Which of the media types comes is the
contentmodus of the abonnement, which of the proofs its credentialtype. Verify the raw bytes before you parse them.`.trim()

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
        summary: 'What a sink receives, and answers',
        description: DESCRIPTION,
      }),
      servers: [{ url: `${ctx.env.ZAAKSYSTEEM_URL}/api/zaaksysteem/v1`, description: 'Who sends it.' }],
      tags: [{ name: 'Webhooks', description: 'What a sink receives, and answers.' }],
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
    'The access token of your own authorization server, with an abonnement that has `oauth2`: in the place of our JWT.',
} as const
const PROOFS_WITH_OAUTH2 = credentialtype.options.filter(leavesAuthorization).map((type) => ['OAUTH2', type])

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
      'POSTed to the sink. Which of the media types comes is the contentmodus of the abonnement, which of the proofs its credentialtype. Verify the raw bytes before you parse them.',
    security: [...PROOFS, ...PROOFS_WITH_OAUTH2].map(allOf),
    requestParams: { header: bezorgingHeaders(type) },
    requestBody: {
      required: true,
      content: bezorgingContent({ events: [DELIVERED_SCHEMAS[type]], data: [NAMED_DATA[type]], type }),
    },
    responses: RESPONSES,
  }
}
