import { openapiDocument } from './openapi-document.ts'

/** The document of a zaaksysteem on its own host. */
export function testDocument() {
  const env = {
    ZAAKSYSTEEM_URL: 'https://zaaksysteem.voorbeeld.example',
    ZAAKSYSTEEM_API_CONTACT: 'api@voorbeeld.example',
  }
  return openapiDocument({ env })
}
