import { createDocument } from 'zod-openapi'
import { CREDENTIALS } from '#lib/contract/beschrijving/bezorgingen.ts'
import { API_HEADERS } from '#lib/platform/http/problem-json.ts'
import { describeSchema } from '#lib/platform/openapi/describe-schema.ts'
import { type Operation, toPaths } from '#lib/platform/openapi/operation.ts'
import type { PublieksportaalContext } from '../context.ts'

const TAGS = [
  { name: 'Webhook', description: 'The endpoint to which the source delivers its events.' },
  { name: 'Proefdeur', description: 'Test endpoints for senders, without access to the portal.' },
  { name: 'Beschrijving', description: 'This document.' },
]

const DESCRIPTION = `
The receiver of the portal. It accepts signed CloudEvents from the zaaksysteem at which it has an abonnement, and shows each change
to the citizen whose zaak it is. Times are RFC 3339. Errors are RFC 9457 problems with a stable \`code\`, and list everything that
is wrong at once.`.trim()

type Ctx = { env: Pick<PublieksportaalContext['env'], 'PUBLIEKSPORTAAL_URL' | 'PUBLIEKSPORTAAL_API_CONTACT'> }

/** Returns the receiver of the portal as an OpenAPI 3.1 document. */
export function openapiDocument({ env }: Ctx, operations: readonly Operation[]) {
  const { PUBLIEKSPORTAAL_URL: url, PUBLIEKSPORTAAL_API_CONTACT: email } = env
  return createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Publieksportaal: ontvanger',
        version: API_HEADERS['API-Version'],
        summary: 'Receiver of signed events about zaken',
        description: DESCRIPTION,
        contact: { name: 'Functioneel beheer publieksportaal', url, ...(email && { email }) },
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      servers: [{ url: `${url}/api/publieksportaal/v1` }],
      tags: TAGS,
      paths: toPaths(operations, { url }),
      components: { securitySchemes: CREDENTIALS },
    },
    { override: describeSchema },
  )
}
