import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openapiDocument as receiverDocument } from '#lib/publieksportaal/openapi/openapi-document.ts'
import { RECEIVER_OPERATIONS } from '#lib/publieksportaal/openapi/operations.ts'
import { asyncapiDocument } from '#lib/zaaksysteem/asyncapi/asyncapi-document.ts'
import { openapiDocument as apiDocument } from '#lib/zaaksysteem/openapi/openapi-document.ts'
import { OPERATIONS } from '#lib/zaaksysteem/openapi/operations.ts'

const DIRECTORY = join(import.meta.dirname, '../../docs/api')

const contact = 'api@voorbeeld.example'
const zaaksysteem = {
  ZAAKSYSTEEM_URL: 'https://zaaksysteem.voorbeeld.example',
  ZAAKSYSTEEM_API_CONTACT: contact,
  ZAAKSYSTEEM_SOURCE: 'urn:nld:oin:00000099000000001000:systeem:zaaksysteem',
}

/** The descriptions of the APIs as this code has them. */
export const PRESENT_DOCUMENTS = {
  zaaksysteem: () => apiDocument({ env: zaaksysteem }, OPERATIONS),
  publieksportaal: () =>
    receiverDocument(
      { env: { PUBLIEKSPORTAAL_URL: 'https://portaal.voorbeeld.example', PUBLIEKSPORTAAL_API_CONTACT: contact } },
      RECEIVER_OPERATIONS,
    ),
}

/** The AsyncAPI document, of how the events travel. */
export const presentAsyncapi = () => asyncapiDocument({ env: zaaksysteem })

export type Described = keyof typeof PRESENT_DOCUMENTS
export const DESCRIBED = Object.keys(PRESENT_DOCUMENTS) as Described[]

export const fileOf = (described: Described, version: string) => join(DIRECTORY, `${described}-${version}.json`)

/** The description that was released last. */
export function releasedDocument(described: Described): ReturnType<(typeof PRESENT_DOCUMENTS)[Described]> {
  const files = globSync(`${described}-*.json`, { cwd: DIRECTORY })
  const [last = ''] = files.sort(new Intl.Collator('en', { numeric: true }).compare).slice(-1)
  return JSON.parse(readFileSync(join(DIRECTORY, last), 'utf8'))
}
