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
 * What makes of a document that clients know one that they do not. What the zaaksysteem sends to a sink is for the sink
 * what an answer is for a client.
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

/** Whether two documents say another thing than their version. */
export const isChanged = (before: Document, after: Document) =>
  !isDeepStrictEqual(withoutVersion(before), withoutVersion(after))

/** Requests are closed: one with a member that is no longer known is refused. */
const isMemberOfRequest = (path: readonly unknown[]) => path.includes('requestBody') && path.at(-2) === 'properties'

/** A type that gets a schema of its own is none of the others any more, and is taken as before. */
const isOtherType = (path: readonly unknown[]) => path.join('/').includes('AndereOntvangst/properties/type/not/enum/')

/** If-Match takes the versie in quotes, as before, and other tags too; of the headers of a sink it is said in words what they are. */
const isWider = (path: readonly unknown[]) =>
  path.join('/') === 'paths//zaken/{uuid}/delete/parameters/2/schema/pattern' ||
  path.join('/').includes('ProefberichtResultaat/properties/headers/additionalProperties/anyOf')

/** Lists in a text: what one may hold was refused before too. */
const isToldOfList = (path: readonly unknown[]) =>
  /^paths\/\/gebeurtenissen\/get\/parameters\/\d+\/schema\/pattern$/.test(path.join('/'))

function withWebhooksRead({ webhooks = {}, ...document }: Document): Document {
  const read = Object.entries(webhooks).map(([name, { post }]) => {
    const { content } = post.requestBody
    return [`/webhooks/${name}`, { get: { responses: { 200: { description: name, content } } } }]
  })
  return { ...document, paths: { ...document.paths, ...Object.fromEntries(read) } }
}

/** Whoever reads takes more than it knows. api-smart-diff cannot tell which schemas are only read. */
function isOfAnswers([root, second, name, ...rest]: readonly unknown[], sent: ReadonlySet<unknown>): boolean {
  return root === 'paths' ? rest.includes('responses') : second === 'schemas' && !sent.has(name)
}

/** The names of all schemas of what clients send. */
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

/** A component of an answer is named after what it holds, and is compared where it is used. */
const isAnswerComponent = (path: readonly unknown[]) => path[0] === 'components' && path[1] === 'responses'

/** api-smart-diff takes schemas of a `oneOf` for each other when their texts differ. */
function withoutTexts(document: Document): Document {
  return bySchema(copy(document, (key, value) => key === 'description' && typeof value === 'string'))
}

/** api-smart-diff takes alternatives for each other that are alike: those that a constant tells apart become members by that. */
function byConstant({ oneOf, ...others }: Alternatives): object {
  const names = oneOf.map(({ properties = {} }) => Object.values(properties).find((member) => 'const' in member)?.const)
  if (names.includes(undefined)) return { ...others, oneOf }
  return { ...others, type: 'object', properties: Object.fromEntries(names.map((name, index) => [name, oneOf[index]])) }
}
type Alternatives = { oneOf: { properties?: Record<string, { const?: string }> }[] }

const PARSED = ['date', 'date-time', 'uuid']
/** How zod writes a date, which until 1.7.0 stood beside or instead of its format. */
const DATE = /^\^\(\?:\(\?:\\d\\d\[2468\]\[048\]/

/** Until 1.7.0 schemas said some things in a way of which no client could be generated, and which says the same. */
function bySchema(document: Document): Document {
  return JSON.parse(JSON.stringify(document), (_, value) => {
    if (!value || typeof value !== 'object' || Array.isArray(value)) return value
    if (Array.isArray(value.oneOf)) return byConstant(value)
    const { pattern, allOf, 'x-extensible-enum': known, ...said } = value
    // Until 1.8.0 the codes of a status were said to be all that there are. Each of them is still one.
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
 * Where schemas of requests say since 1.8.0 what was refused before too, and stood in words: they refuse nothing that was
 * taken.
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

/** A released document with what the present one only tells besides. */
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

/** A schema that was given a name is the same schema: it stands where it stood. */
function unnamed(before: Document, after: Document): Document {
  const schemas = after.components?.schemas ?? {}
  const known = before.components?.schemas ?? {}
  return JSON.parse(JSON.stringify(after), (_, value) => {
    const [, name = ''] = /^#\/components\/schemas\/(\w+)$/.exec(value?.$ref) ?? []
    return name in schemas && !(name in known) ? schemas[name] : value
  })
}

/** A string of digits that is described as a whole number is sent as before. */
function isNumberNow(before: Document, after: Document, path: readonly unknown[]): boolean {
  const [root = '', address = '', method = '', kind, index, schema] = path.map(String)
  if (root !== 'paths' || kind !== 'parameters' || schema !== 'schema') return false
  const parametersOf = ({ paths = {} }: Document): Parameter[] => Object(paths)[address]?.[method]?.parameters ?? []
  const { name, schema: was } = parametersOf(before)[Number(index)] ?? {}
  const is = parametersOf(after).find((parameter) => parameter.name === name)?.schema
  return was?.type === 'string' && is?.type === 'integer'
}
type Parameter = { name: string; schema: { type?: string } }

/** The version stands at each answer too, as the example of its header. */
function withoutVersion(document: Document): Document {
  return copy({ ...document, info: { ...document.info, version: '' } }, (key) => key === 'API-Version')
}

function copy(document: Document, leavesOut: (key: string, value: unknown) => boolean): Document {
  return JSON.parse(JSON.stringify(document, (key, value) => (leavesOut(key, value) ? undefined : value)))
}
