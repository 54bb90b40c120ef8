import { z } from 'zod'

type Part = { properties?: Record<string, Part>; required?: string[]; items?: Part; anyOf?: Part[] }

/** The required members of the object at `place`, which ends in `[]` for the items of a list. */
type Required = { place: string; members: string[] }

/**
 * Returns the members that a JSON Schema requires. Skips bilingual texts, which always require both
 * languages.
 */
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
