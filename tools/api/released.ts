import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openapiDocument as receiverDocument } from '#lib/publieksportaal/openapi/openapi-document.ts'
import { RECEIVER_OPERATIONS } from '#lib/publieksportaal/openapi/operations.ts'
import { asyncapiDocument } from '#lib/zaaksysteem/asyncapi/asyncapi-document.ts'
import { openapiDocument as apiDocument } from '#lib/zaaksysteem/openapi/openapi-document.ts'
import { OPERATIONS } from '#lib/zaaksysteem/openapi/operations.ts'
import { webhooksDocument } from '#lib/zaaksysteem/openapi/webhooks-document.ts'

/** The fingerprints of the documents that last passed the rules. */
const FILE = join(import.meta.dirname, '../../docs/api/checked.json')
/** Files that decide the verdict, so that a change needs another check. */
const RULES = [
  'documents.rules.ts',
  'rules/package-lock.json',
  'rules/nl-api-design-rules.spectral.yaml',
  'client/journey.mts',
]

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Sorts the members, whose order has no meaning. */
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

const DIRECTORY = join(import.meta.dirname, '../../docs/api')

const contact = 'api@voorbeeld.example'
const zaaksysteem = {
  ZAAKSYSTEEM_URL: 'https://zaaksysteem.voorbeeld.example',
  ZAAKSYSTEEM_API_CONTACT: contact,
  ZAAKSYSTEEM_SOURCE: 'urn:nld:oin:00000099000000001000:systeem:zaaksysteem',
}

/** The descriptions that the current code generates. */
export const PRESENT_DOCUMENTS = {
  zaaksysteem: () => apiDocument({ env: zaaksysteem }, OPERATIONS),
  webhooks: () => webhooksDocument({ env: zaaksysteem }),
  publieksportaal: () =>
    receiverDocument(
      { env: { PUBLIEKSPORTAAL_URL: 'https://portaal.voorbeeld.example', PUBLIEKSPORTAAL_API_CONTACT: contact } },
      RECEIVER_OPERATIONS,
    ),
}

/** The AsyncAPI document of the event streams. */
export const presentAsyncapi = () => asyncapiDocument({ env: zaaksysteem })

export type Described = keyof typeof PRESENT_DOCUMENTS
export const DESCRIBED = Object.keys(PRESENT_DOCUMENTS) as Described[]

export const fileOf = (described: Described, version: string) => join(DIRECTORY, `${described}-${version}.json`)

/** The hash of each released document by its file; immutable. */
const RELEASED = join(DIRECTORY, 'released.json')

export const releasedHashes = (): Record<string, string> => JSON.parse(readFileSync(RELEASED, 'utf8'))

export const keptFiles = (): string[] =>
  DESCRIBED.flatMap((described) => globSync(`${described}-*.json`, { cwd: DIRECTORY }))

export const hashOfFile = (file: string) => sha256(readFileSync(join(DIRECTORY, file), 'utf8'))

/** @param files newly released files; earlier entries stay the same */
export function release(files: readonly string[]): void {
  const hashes = { ...Object.fromEntries(files.map((file) => [file, hashOfFile(file)])), ...releasedHashes() }
  const inOrder = Object.entries(hashes).sort(([one], [other]) => numeric.compare(one, other))
  writeFileSync(RELEASED, `${JSON.stringify(Object.fromEntries(inOrder), null, 2)}\n`)
}

const numeric = new Intl.Collator('en', { numeric: true })

type DescribedDocument = ReturnType<(typeof PRESENT_DOCUMENTS)[Described]>

/** Returns the latest released description, if any. */
function releasedDocument(described: Described): DescribedDocument | undefined {
  const [last] = Object.keys(releasedHashes())
    .filter((file) => file.startsWith(described))
    .sort(numeric.compare)
    .slice(-1)
  return last === undefined ? undefined : JSON.parse(readFileSync(join(DIRECTORY, last), 'utf8'))
}

/** The documents that clients of each system rely on. */
const RELIED_ON = { zaaksysteem: ['zaaksysteem', 'webhooks'], publieksportaal: ['publieksportaal'] } as const
export type System = keyof typeof RELIED_ON
export const SYSTEMS = Object.keys(RELIED_ON) as System[]

/**
 * Merges all descriptions of a system into one document: until 1.7.0 the webhooks were part of the API's
 * description.
 */
function whole(system: System, documentOf: (described: Described) => DescribedDocument | undefined) {
  const documents = RELIED_ON[system].map((described) => documentOf(described) ?? {}) as DescribedDocument[]
  const schemas = Object.assign({}, ...documents.map(({ components }) => components?.schemas))
  const [{ components } = {}] = documents
  return {
    ...Object.assign({}, ...documents.toReversed()),
    components: { ...components, schemas },
  } as DescribedDocument
}

export const allPresent = (system: System) => whole(system, (described) => PRESENT_DOCUMENTS[described]())
export const allReleased = (system: System) => whole(system, releasedDocument)

/** Reads the description of a version, released or in the making. */
export function keptDocument(described: Described, version: string): DescribedDocument {
  return JSON.parse(readFileSync(fileOf(described, version), 'utf8'))
}
