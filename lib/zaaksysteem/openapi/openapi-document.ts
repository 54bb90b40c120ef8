import { z } from 'zod'
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi'
import { bezorgingContent, bezorgingHeaders, CREDENTIALS, PROOFS } from '#lib/contract/beschrijving/bezorgingen.ts'
import { DELIVERED_SCHEMAS, nameOfType } from '#lib/contract/beschrijving/event-schemas.ts'
import { DATA_SCHEMAS, EVENT_TYPES, type EventType } from '#lib/contract/event-types.ts'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import { openObjects } from '#lib/platform/openapi/open-objects.ts'
import { allOf, type Operation, toPaths } from '#lib/platform/openapi/operation.ts'
import type { ZaaksysteemContext } from '../context.ts'

const TAGS = [
  { name: 'Zaken', description: 'Applications with their history.' },
  { name: 'Handelingen', description: 'What can be done to a zaak. Each makes one event.' },
  { name: 'Abonnementen', description: 'Where events are sent, and which.' },
  { name: 'Bezorgingen', description: 'What is sent, and how to have it sent again.' },
  { name: 'Gebeurtenissen', description: 'Events for who reads them instead of receiving them.' },
  { name: 'Beschrijving', description: 'This document, and the keys that deliveries are signed with.' },
]

const DESCRIPTION = `
Read zaken, act on them, and be told of every change by a signed CloudEvent. Dates are days in the Netherlands
(\`yyyy-mm-dd\`), times RFC 3339 in UTC. Refusals are RFC 9457 problems with a stable \`code\` and all that is wrong at once.
What answers GET answers HEAD, except the consent to a handshake.

**Limits.** Each process has a number of places for requests, and of those that wait API clients get their turns one by one.
Who finds no place is told so at once: 503 \`overloaded\`, with \`Retry-After\`. What makes the zaaksysteem call somebody else
has limits of its own, with 429.`.trim()

type Ctx = { env: Pick<ZaaksysteemContext['env'], 'ZAAKSYSTEEM_URL' | 'ZAAKSYSTEEM_API_CONTACT'> }

/** The API of the zaaksysteem and what it sends, as OpenAPI 3.1. */
export function openapiDocument({ env }: Ctx, operations: readonly Operation[]) {
  const { ZAAKSYSTEEM_URL: url, ZAAKSYSTEEM_API_CONTACT: email } = env
  return createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Zaaksysteem',
        version: API_HEADERS['API-Version'],
        summary: 'Zaken of a municipality, and signed events about them',
        description: DESCRIPTION,
        contact: { name: 'Functioneel beheer zaaksysteem', url, ...(email && { email }) },
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      servers: [{ url: `${url}/api/zaaksysteem/v1` }],
      externalDocs: { url: `${url}/api/zaaksysteem/v1/asyncapi.json`, description: 'How events travel, as AsyncAPI 3' },
      tags: TAGS,
      paths: toPaths(operations, { url, everywhere: { 400: ['query_invalid'], 503: ['overloaded'] } }),
      webhooks: webhooks(),
      components: {
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            description:
              'The token of an API client, or an access token (RFC 9068, by client credentials) of the authorization server of the municipality, where it has one. Its scopes say what it opens.',
          },
          ...CREDENTIALS,
        },
      },
    },
    { override: openObjects },
  )
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
    requestParams: { header: bezorgingHeaders(type) },
    requestBody: {
      required: true,
      content: bezorgingContent({ events: [DELIVERED_SCHEMAS[type]], data: [DATA_SCHEMAS[type]], type }),
    },
    responses: RESPONSES,
  }
}
