import { addToDate } from '../calendar.ts'

/** An announced removal: when clients were told, the day from which the part is gone, and its replacement. */
export type Transition = { since: string; until: string; instead: string }

/** NL API Design Rules, transition-period. */
const LEAST = 'P6M'

const SINCE = 'x-deprecated-since'
const UNTIL = 'x-sunset'
const INSTEAD = 'x-instead'

/**
 * Returns the description of an operation, or of a member by `.meta(inTransition(…))`, that will be removed.
 *
 * @throws when clients would have less than six months
 */
export function inTransition({ since, until, instead }: Transition) {
  if (until < addToDate(since, LEAST)) throw new RangeError(`Clients have less than six months until ${until}`)
  return { deprecated: true, [SINCE]: since, [UNTIL]: until, [INSTEAD]: instead }
}

/** Returns the response headers of an operation that will be removed (RFC 9745, RFC 8594). */
export function transitionHeaders({ since, until }: Transition) {
  return {
    Deprecation: `@${Date.parse(since) / 1_000}`,
    Sunset: new Date(until).toUTCString(),
    Link: '</ontwikkelaars/wijzigingen>; rel="deprecation"; type="text/html"',
  }
}

type Part = Record<string, unknown>
type Document = { paths?: object; components?: { schemas?: object } }

/** Returns the parts that clients can rely on: operations and schema members, with the announced removals. */
export function partsOf({
  paths = {},
  components: { schemas = {} } = {},
}: Document): Map<string, Transition | undefined> {
  const operations = Object.entries(paths).flatMap(([path, { servers: _, ...item }]) =>
    Object.entries(item as Part).map(([method, part]) => [`${method.toUpperCase()} ${path}`, part] as const),
  )
  const members = Object.entries(schemas).flatMap(([name, schema]) => membersOf(name, schema as Part, schemas))
  return new Map([...operations, ...members].map(([name, part]) => [name, transitionOf(part as Part)]))
}

/** A member that refers to a named schema has the members of that schema. */
function membersOf(
  name: string,
  { $ref, properties = {}, items }: Part,
  schemas: object,
): [name: string, part: Part][] {
  const named = (schemas as Record<string, Part>)[String($ref).slice(SCHEMAS.length)]
  if (named) return membersOf(name, named, schemas)
  const own = Object.entries(properties as Record<string, Part>).flatMap(([member, part]): [string, Part][] => [
    [`${name}.${member}`, part],
    ...membersOf(`${name}.${member}`, part, schemas),
  ])
  return items ? [...own, ...membersOf(`${name}[]`, items as Part, schemas)] : own
}

const SCHEMAS = '#/components/schemas/'

function transitionOf({ [SINCE]: since, [UNTIL]: until, [INSTEAD]: instead }: Part): Transition | undefined {
  return until ? { since: String(since), until: String(until), instead: String(instead) } : undefined
}

/** Members removed without an announced sunset date that has come by `today`. */
export function goneTooEarly(before: Document, after: Document, today: string): string[] {
  const left = partsOf(after)
  return [...partsOf(before)].flatMap(([name, transition]) =>
    left.has(name) || (transition && transition.until <= today) ? [] : name,
  )
}
