import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openapiDocument } from '#lib/zaaksysteem/openapi/openapi-document.ts'

const DIRECTORY = join(import.meta.dirname, '../../docs/api')

const env = {
  ZAAKSYSTEEM_URL: 'https://zaaksysteem.voorbeeld.example',
  ZAAKSYSTEEM_API_CONTACT: 'api@voorbeeld.example',
}

/** The description of the API as this code has it. */
export const presentDocument = () => openapiDocument({ env })

export const fileOf = (version: string) => join(DIRECTORY, `zaaksysteem-${version}.json`)

/** The description that was released last. */
export function releasedDocument(): ReturnType<typeof presentDocument> {
  const files = globSync('zaaksysteem-*.json', { cwd: DIRECTORY })
  const [last = ''] = files.sort(new Intl.Collator('en', { numeric: true }).compare).slice(-1)
  return JSON.parse(readFileSync(join(DIRECTORY, last), 'utf8'))
}
