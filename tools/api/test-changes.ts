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
  const compared = apiCompare(
    withoutTexts(withWebhooksRead(withTold(before, unnamed(before, after)))),
    withoutTexts(withWebhooksRead(unnamed(before, after))),
  )
  const diffs = compared.diffs.filter(({ path }) => !isAnswerComponent(path))
  const sent = schemasOfRequests(after)
  return {
    breaking: diffs
      .filter(({ type, action, path }) => type === 'breaking' || (action === 'remove' && isMemberOfRequest(path)))
      .filter(({ action, path }) => action !== 'add' || !(isOfAnswers(path, sent) || isOtherType(path)))
      .filter(({ path }) => !isToldOfList(path))
      .filter(({ path }) => !isWider(path) && !isNumberNow(before, after, path) && !path.includes('application/yaml'))
      .map(({ action, path }) => `${action} ${path.join('/')}`),
    isChanged: isChanged(before, after),
  }
}

/** True when two documents differ in more than their version. */
export const isChanged = (before: Document, after: Document) =>
  !isDeepStrictEqual(withoutVersion(before), withoutVersion(after))

/** Request schemas are closed, so an unknown member is refused. */
const isMemberOfRequest = (path: readonly unknown[]) => path.includes('requestBody') && path.at(-2) === 'properties'

/** A type that gets a schema of its own leaves the others, and is accepted as before. */
const isOtherType = (path: readonly unknown[]) => path.join('/').includes('AndereOntvangst/properties/type/not/enum/')

/**
 * If-Match accepts the quoted versie as before, and other tags too; a sink's headers are described in words.
 */
const isWider = (path: readonly unknown[]) =>
  path.join('/') === 'paths//zaken/{uuid}/delete/parameters/2/schema/pattern' ||
  path.join('/').includes('ProefberichtResultaat/properties/headers/additionalProperties/anyOf')

/** A pattern for the items of a list, which were validated before too. */
const isToldOfList = (path: readonly unknown[]) =>
  /^paths\/\/gebeurtenissen\/get\/parameters\/\d+\/schema\/pattern$/.test(path.join('/'))

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

/** A component of an answer is compared where it is used. */
const isAnswerComponent = (path: readonly unknown[]) => path[0] === 'components' && path[1] === 'responses'

/** api-smart-diff mismatches the schemas of a `oneOf` when their texts differ. */
function withoutTexts(document: Document): Document {
  return bySchema(copy(document, (key, value) => key === 'description' && typeof value === 'string'))
}

/** api-smart-diff mismatches similar alternatives, so key those with a constant by that constant. */
function byConstant({ oneOf, ...others }: Alternatives): object {
  const names = oneOf.map(({ properties = {} }) => Object.values(properties).find((member) => 'const' in member)?.const)
  if (names.includes(undefined)) return { ...others, oneOf }
  return { ...others, type: 'object', properties: Object.fromEntries(names.map((name, index) => [name, oneOf[index]])) }
}
type Alternatives = { oneOf: { properties?: Record<string, { const?: string }> }[] }

const PARSED = ['date', 'date-time', 'uuid']
/** The pattern of a date by zod, which until 1.7.0 stood beside or instead of the format. */
const DATE = /^\^\(\?:\(\?:\\d\\d\[2468\]\[048\]/

/** Rewrites equivalent constructs that until 1.7.0 prevented generating clients. */
function bySchema(document: Document): Document {
  return JSON.parse(JSON.stringify(document), (_, value) => {
    if (!value || typeof value !== 'object' || Array.isArray(value)) return value
    if (Array.isArray(value.oneOf)) return byConstant(value)
    const { pattern, allOf, 'x-extensible-enum': known, ...said } = value
    // Until 1.8.0 the known codes of a status were an enum. Each of them is still valid.
    if (known) said.enum = known
    if (value.type === 'boolean') delete said.const
    if (Number.isInteger(value.const)) said.type = 'integer'
    if (JSON.stringify(said.default) === '{}') delete said.default
    const isDate = Array.isArray(allOf) && DATE.test(allOf[0]?.pattern)
    if (isDate) return { ...said, format: 'date' }
    return PARSED.includes(said.format) ? said : { ...said, ...(pattern && { pattern }), ...(allOf && { allOf }) }
  })
}

const ofInitiator = ['naam', 'bsn', 'kvkNummer', 'vestigingsnummer', 'adres', 'telefoonnummer']
const ofZaak = ['omschrijving', 'startdatum', ...ofInitiator.map((name) => `initiator/properties/${name}`)]
const ofFilter = [
  'maxProperties',
  'minProperties',
  ...['exact', 'prefix', 'suffix'].map((name) => `properties/${name}/minProperties`),
]

/**
 * Request schemas that since 1.8.0 express rules formerly given in words; they refuse no input that was
 * accepted.
 */
const TOLD = [
  ...ofZaak.flatMap((name) => [`Registratie/properties/${name}`, `Gegevenswijziging/properties/${name}`]),
  ...[1, 2, 3, 4, 5].flatMap((depth) => ofFilter.map((name) => `Filter${depth}/${name}`)),
  ...['oneOf/0', 'oneOf/1'].flatMap((part) =>
    ['sink', 'contact'].map((name) => `AbonnementRegistratie/${part}/properties/${name}`),
  ),
  'AbonnementWijziging/properties/contact',
  'Doorzending/properties/naar',
  'Vertrouwelijkheid/properties/reden',
]

/** Adds to a released document the rules that the present one newly expresses. */
function withTold(before: Document, after: Document): Document {
  const document = structuredClone(before)
  for (const pointer of TOLD) {
    const steps = pointer.split('/')
    const name = steps.pop() as string
    const [was, is] = [document, after].map(({ components }) =>
      steps.reduce(
        (part: Record<string, unknown> | undefined, step) => Object(part?.[step]),
        Object(components?.schemas),
      ),
    )
    if (was && is && name in is) was[name] = is[name]
  }
  return document
}

/** Inlines schemas that got a name, because they are the same schemas. */
function unnamed(before: Document, after: Document): Document {
  const schemas = after.components?.schemas ?? {}
  const known = before.components?.schemas ?? {}
  return JSON.parse(JSON.stringify(after), (_, value) => {
    const [, name = ''] = /^#\/components\/schemas\/(\w+)$/.exec(value?.$ref) ?? []
    return name in schemas && !(name in known) ? schemas[name] : value
  })
}

/** True for a string of digits that is now described as an integer: the request is the same. */
function isNumberNow(before: Document, after: Document, path: readonly unknown[]): boolean {
  const [root = '', address = '', method = '', kind, index, schema] = path.map(String)
  if (root !== 'paths' || kind !== 'parameters' || schema !== 'schema') return false
  const parametersOf = ({ paths = {} }: Document): Parameter[] => Object(paths)[address]?.[method]?.parameters ?? []
  const { name, schema: was } = parametersOf(before)[Number(index)] ?? {}
  const is = parametersOf(after).find((parameter) => parameter.name === name)?.schema
  return was?.type === 'string' && is?.type === 'integer'
}
type Parameter = { name: string; schema: { type?: string } }

/** Removes the version, which each answer's header example holds too. */
function withoutVersion(document: Document): Document {
  return copy({ ...document, info: { ...document.info, version: '' } }, (key) => key === 'API-Version')
}

function copy(document: Document, leavesOut: (key: string, value: unknown) => boolean): Document {
  return JSON.parse(JSON.stringify(document, (key, value) => (leavesOut(key, value) ? undefined : value)))
}
