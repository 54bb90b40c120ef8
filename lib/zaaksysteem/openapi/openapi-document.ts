import { createDocument } from 'zod-openapi'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import { describeSchema } from '#lib/platform/openapi/describe-schema.ts'
import { type Operation, toPaths } from '#lib/platform/openapi/operation.ts'
import type { ZaaksysteemContext } from '../context.ts'

const TAGS = [
  { name: 'Zaken', description: 'Zaken (applications) and their history.' },
  { name: 'Handelingen', description: 'Acts on a zaak. Most of them publish one event.' },
  { name: 'Abonnementen', description: 'Subscriptions: which events are delivered, and to which sink.' },
  { name: 'Bezorgingen', description: 'Deliveries of events, their attempts and their replays.' },
  {
    name: 'Gebeurtenissen',
    description: 'Events for clients that read them, and reports about what happened to them.',
  },
  { name: 'Beschrijving', description: 'API descriptions, event schemas, signing keys and source addresses.' },
]

const DESCRIPTION = `
Read zaken, act on them, and receive a signed CloudEvent for each change. Dates are calendar days in the Netherlands
(\`yyyy-mm-dd\`); times are RFC 3339 in UTC. Errors are RFC 9457 problems with a stable \`code\`, and list everything that is
wrong at once. HEAD is available wherever GET is, except for the consent to a handshake.

**Limits.** Each process handles a limited number of requests at a time, shared fairly between API clients. When its queue is full
or the wait too long, the response is 503 \`overloaded\` with \`Retry-After\`. Operations that make the zaaksysteem call another
server have a rate limit of their own, with 429.

\`/v1/webhooks.json\` describes the requests to a sink, and \`/v1/asyncapi.json\` the channels of events.`.trim()

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
        summary: 'Zaken of a municipality and signed events about them',
        description: DESCRIPTION,
      }),
      servers: [{ url: `${url}/api/zaaksysteem/v1` }],
      externalDocs: {
        url: `${url}/api/zaaksysteem/v1/asyncapi.json`,
        description: 'The channels of events, as AsyncAPI 3',
      },
      tags: TAGS,
      paths: toPaths(operations, { url, everywhere: { 400: ['query_invalid'], 503: ['overloaded'] } }),
      components: {
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            description:
              'The token of an API client, or an access token (RFC 9068, client credentials grant) of the authorization server of the municipality, if it has one. Its scopes determine the permitted operations.',
          },
        },
      },
    },
    { override: describeSchema },
  )
}
