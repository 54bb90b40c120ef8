import { z } from 'zod'

type Part = { properties?: Record<string, Part>; required?: string[]; items?: Part; anyOf?: Part[] }

/** What an object must have, by where it is; `place` ends in `[]` for each of a list. */
type Required = { place: string; members: string[] }

/** What who sends something by a schema cannot leave out. Texts in two languages are not looked into: each has both. */
export function requiredMembers(schema: z.ZodType, place: string): Required[] {
  return membersOf(z.toJSONSchema(schema, { io: 'input' }) as Part, place)
}

function membersOf({ properties = {}, required = [], items, anyOf = [] }: Part, place: string): Required[] {
  const inside = [
    ...required.flatMap((name) => membersOf(properties[name] ?? {}, `${place}.${name}`)),
    ...(items ? membersOf(items, `${place}[]`) : []),
    ...anyOf.flatMap((part) => membersOf(part, place)),
  ]
  const isText = required.join() === 'nl,en'
  return required.length > 0 && !isText ? [{ place, members: required }, ...inside] : inside
}
