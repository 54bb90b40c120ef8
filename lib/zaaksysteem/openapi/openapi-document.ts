import { createDocument } from 'zod-openapi'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import { describeSchema } from '#lib/platform/openapi/describe-schema.ts'
import { type Operation, toPaths } from '#lib/platform/openapi/operation.ts'
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
has limits of its own, with 429.

What is sent to a sink is described in \`/v1/webhooks.json\`, and how events travel in \`/v1/asyncapi.json\`.`.trim()

export type DescriptionContext = {
  env: Pick<ZaaksysteemContext['env'], 'ZAAKSYSTEEM_URL' | 'ZAAKSYSTEEM_API_CONTACT'>
}

/** The `info` object of each document of the zaaksysteem. */
export function infoOf({ env }: DescriptionContext, texts: { title: string; summary: string; description: string }) {
  const { ZAAKSYSTEEM_URL: url, ZAAKSYSTEEM_API_CONTACT: email } = env
  return {
    version: API_HEADERS['API-Version'],
    ...texts,
    contact: { name: 'Functioneel beheer zaaksysteem', url, ...(email && { email }) },
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
  }
}

/** Returns the OpenAPI 3.1 document of the API. */
export function openapiDocument(ctx: DescriptionContext, operations: readonly Operation[]) {
  const { ZAAKSYSTEEM_URL: url } = ctx.env
  return createDocument(
    {
      openapi: '3.1.1',
      info: infoOf(ctx, {
        title: 'Zaaksysteem',
        summary: 'Zaken of a municipality, and signed events about them',
        description: DESCRIPTION,
      }),
      servers: [{ url: `${url}/api/zaaksysteem/v1` }],
      externalDocs: { url: `${url}/api/zaaksysteem/v1/asyncapi.json`, description: 'How events travel, as AsyncAPI 3' },
      tags: TAGS,
      paths: toPaths(operations, { url, everywhere: { 400: ['query_invalid'], 503: ['overloaded'] } }),
      components: {
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            description:
              'The token of an API client, or an access token (RFC 9068, by client credentials) of the authorization server of the municipality, where it has one. Its scopes say what it opens.',
          },
        },
      },
    },
    { override: describeSchema },
  )
}
