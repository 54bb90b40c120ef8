import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import { type Operation, toOperationObject } from './operation.ts'
import { ABONNEMENTEN } from './operations/abonnementen.ts'
import { BESCHRIJVING } from './operations/beschrijving.ts'
import { GEBEURTENISSEN } from './operations/gebeurtenissen.ts'
import { HANDELING_OPERATIONS } from './operations/handelingen.ts'
import { ZAKEN } from './operations/zaken.ts'
import { CREDENTIALS, webhooks } from './webhooks.ts'

const OPERATIONS: readonly Operation[] = [
  ...ZAKEN,
  ...HANDELING_OPERATIONS,
  ...ABONNEMENTEN,
  ...GEBEURTENISSEN,
  ...BESCHRIJVING,
]

const TAGS = [
  { name: 'Zaken', description: 'Applications with their history.' },
  { name: 'Handelingen', description: 'What can be done to a zaak. Each makes one event.' },
  { name: 'Abonnementen', description: 'Where events are sent, and which.' },
  { name: 'Bezorgingen', description: 'What is sent, and how to have it sent again.' },
  { name: 'Gebeurtenissen', description: 'Events for who reads them instead of receiving them.' },
  { name: 'Beschrijving', description: 'This document, and the keys that deliveries are signed with.' },
]

/**
 * The API of the zaaksysteem and what it sends, as OpenAPI 3.1.
 *
 * @param options.url where browsers and clients find the zaaksysteem, without path
 */
export function openapiDocument({ url, contact }: { url: string; contact: { name: string; email: string } }) {
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Zaaksysteem',
      version: API_HEADERS['API-Version'],
      summary: 'Zaken of a municipality, and signed events about them',
      description:
        'Read zaken, act on them, and be told of every change by a signed CloudEvent. Dates are days in the Netherlands (`yyyy-mm-dd`), times RFC 3339 in UTC. Refusals are RFC 9457 problems with a stable `code` and all that is wrong at once.',
      contact: { ...contact, url: `${url}/ontwikkelaars` },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${url}/api/zaaksysteem/v1` }],
    tags: TAGS,
    paths: toPaths(OPERATIONS),
    webhooks: webhooks(),
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'The token of an API client. Its scopes say what it opens.',
        },
        ...CREDENTIALS,
      },
    },
  })
}

function toPaths(operations: readonly Operation[]): ZodOpenApiPathsObject {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    const [method, path] = operation.on.split(' ') as [string, string]
    paths[path] = { ...paths[path], [method.toLowerCase()]: toOperationObject(operation) }
  }
  return paths as ZodOpenApiPathsObject
}
