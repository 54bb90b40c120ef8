import { isDeepStrictEqual } from 'node:util'
import { apiCompare } from 'api-smart-diff'

type Operation = { requestBody?: object; parameters?: object }
type Document = {
  info: { version: string }
  paths?: object
  webhooks?: object
  components?: { schemas?: Record<string, unknown> }
}

/**
 * Compares two documents from the client's point of view. Webhooks are compared as answers, because the sink
 * reads them.
 */
export function changes(before: Document, after: Document) {
  const compared = apiCompare(withoutTexts(withWebhooksRead(before)), withoutTexts(withWebhooksRead(after)))
  const diffs = compared.diffs.filter(({ path }) => !isAnswerComponent(path))
  const sent = schemasOfRequests(after)
  return {
    breaking: diffs
      .filter(({ type, action, path }) => type === 'breaking' || (action === 'remove' && isMemberOfRequest(path)))
      .filter(({ action, path }) => action !== 'add' || !(isOfAnswers(path, sent) || isOtherType(path)))
      .map(({ action, path }) => `${action} ${path.join('/')}`),
    isChanged: isChanged(before, after),
  }
}

/** True when two documents differ in more than their version. */
export const isChanged = (before: Document, after: Document) =>
  !isDeepStrictEqual(withoutVersion(before), withoutVersion(after))

/** Members of requests: request schemas are closed, so an unknown member is refused. */
const isMemberOfRequest = (path: readonly unknown[]) => path.includes('requestBody') && path.at(-2) === 'properties'

/** A type that gets its own schema is no longer listed under the others, but is accepted as before. */
const isOtherType = (path: readonly unknown[]) => path.join('/').includes('AndereOntvangst/properties/type/not/enum/')

function withWebhooksRead({ webhooks = {}, ...document }: Document): Document {
  const read = Object.entries(webhooks).map(([name, { post }]) => {
    const { content } = post.requestBody
    return [`/webhooks/${name}`, { get: { responses: { 200: { description: name, content } } } }]
  })
  return { ...document, paths: { ...document.paths, ...Object.fromEntries(read) } }
}

/** Readers accept unknown members. api-smart-diff cannot tell which schemas are only read. */
function isOfAnswers([root, second, name, ...rest]: readonly unknown[], sent: ReadonlySet<unknown>): boolean {
  return root === 'paths' ? rest.includes('responses') : second === 'schemas' && !sent.has(name)
}

/** The names of all schemas that clients send. */
function schemasOfRequests({ paths = {}, components }: Document): Set<string> {
  const names = new Set<string>()
  function collect(part: unknown) {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (names.has(name)) continue
      names.add(name)
      collect(components?.schemas?.[name])
    }
  }
  const items = Object.values(paths) as Record<string, Operation>[]
  const operations = items.flatMap((item) => Object.values(item))
  collect(operations.map(({ requestBody, parameters }) => [requestBody, parameters]))
  return names
}

/** Response components are compared where they are used. */
const isAnswerComponent = (path: readonly unknown[]) => path[0] === 'components' && path[1] === 'responses'

/** Removes descriptions, because api-smart-diff mismatches the schemas of a `oneOf` when these differ. */
function withoutTexts(document: Document): Document {
  return withKnownCodes(copy(document, (key, value) => key === 'description' && typeof value === 'string'))
}

/** Until 1.8.0 the known codes of a status were an enum. Each of them is still valid. */
function withKnownCodes(document: Document): Document {
  return JSON.parse(JSON.stringify(document), (_, value) => {
    const { 'x-extensible-enum': known, ...said } = Object(value)
    return known ? { ...said, enum: known } : value
  })
}

/** Removes the version, which each answer's header example holds too. */
function withoutVersion(document: Document): Document {
  return copy({ ...document, info: { ...document.info, version: '' } }, (key) => key === 'API-Version')
}

function copy(document: Document, leavesOut: (key: string, value: unknown) => boolean): Document {
  return JSON.parse(JSON.stringify(document, (key, value) => (leavesOut(key, value) ? undefined : value)))
}
