import { addToDate } from '../calendar.ts'

/**
 * Of what goes: since when clients are told, the day from which it is not there any more, and what takes its
 * place.
 */
export type Transition = { since: string; until: string; instead: string }

/** NL API Design Rules, transition-period. */
const LEAST = 'P6M'

const SINCE = 'x-deprecated-since'
const UNTIL = 'x-sunset'
const INSTEAD = 'x-instead'

/**
 * What the description says of an operation, or of a member by `.meta(inTransition(…))`.
 *
 * @throws when it would go before its clients have had six months
 */
export function inTransition({ since, until, instead }: Transition) {
  if (until < addToDate(since, LEAST)) throw new RangeError(`Clients have less than six months until ${until}`)
  return { deprecated: true, [SINCE]: since, [UNTIL]: until, [INSTEAD]: instead }
}

/** Of each answer of an operation that goes (RFC 9745, RFC 8594). */
export function transitionHeaders({ since, until }: Transition) {
  return {
    Deprecation: `@${Date.parse(since) / 1_000}`,
    Sunset: new Date(until).toUTCString(),
    Link: '</ontwikkelaars/wijzigingen>; rel="deprecation"; type="text/html"',
  }
}

type Part = Record<string, unknown>
type Document = { paths?: object; components?: { schemas?: object } }

/**
 * What clients can rely on, the operations and the members of schemas by their names, and which of it goes.
 */
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

/** A member that has a schema of its own, by name, has the members of that. */
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

/** What is in no new document although the one before did not say that it would be gone by `today`. */
export function goneTooEarly(before: Document, after: Document, today: string): string[] {
  const left = partsOf(after)
  return [...partsOf(before)].flatMap(([name, transition]) =>
    left.has(name) || (transition && transition.until <= today) ? [] : name,
  )
}
