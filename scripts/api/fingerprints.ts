import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PRESENT_DOCUMENTS, presentAsyncapi } from './released.ts'

/** What the rules were last held against, and passed. */
const FILE = join(import.meta.dirname, '../../docs/api/checked.json')
/** Another version of a rule is another verdict. */
const RULES = [
  'documents.rules.ts',
  'rules/package-lock.json',
  'rules/nl-api-design-rules.spectral.yaml',
  'client/journey.mts',
]

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The order of members means nothing. */
const sorted = (_: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

export function presentFingerprints(): Record<string, string> {
  const documents = Object.entries({ ...PRESENT_DOCUMENTS, stromen: presentAsyncapi })
  return {
    ...Object.fromEntries(documents.map(([name, document]) => [name, sha256(JSON.stringify(document(), sorted))])),
    rules: sha256(RULES.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n')),
  }
}

export const checkedFingerprints = (): Record<string, string> => JSON.parse(readFileSync(FILE, 'utf8'))

export function keepFingerprints(): void {
  writeFileSync(FILE, `${JSON.stringify(presentFingerprints(), null, 2)}\n`)
}
