import fc from 'fast-check'
import type { ApiDocument } from './test-described-by.ts'

const MAX_ITEMS = 3
/** Deeper objects have only their required members. */
const MAX_DEPTH = 3
const MAX_LENGTH = 120
/** Patterns that the string generator does not support. Strings are generated without them and filtered. */
const LOOKS_AROUND_OR_NEGATES = /\[\^|\(\?[=!<]/

const FORMATS: Record<string, () => fc.Arbitrary<string>> = {
  uuid: () => fc.uuid(),
  email: () => fc.emailAddress(),
  uri: () => fc.webUrl({ validSchemes: ['https'] }),
  date: () => days().map((text) => text.slice(0, 10)),
  'date-time': days,
}

function days(): fc.Arbitrary<string> {
  const [min, max] = [new Date('1900-01-01'), new Date('2100-01-01')]
  return fc.date({ min, max, noInvalidDate: true }).map((date) => date.toISOString())
}

/** Generates values that a JSON Schema of a document allows. */
export function arbitraryOf(schema: ApiDocument, document: ApiDocument, depth = 0): fc.Arbitrary<unknown> {
  const inner = (part: ApiDocument) => arbitraryOf(part, document, depth + 1)
  if (schema.$ref) return arbitraryOf(document.components.schemas[schema.$ref.split('/').at(-1)], document, depth)
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const several = schema.anyOf ?? schema.oneOf
  if (several) return fc.oneof(...several.map(inner))
  switch (schema.type) {
    case 'string':
      return textOf(schema)
    case 'integer':
      return fc.integer({ min: schema.minimum ?? schema.exclusiveMinimum + 1, max: schema.maximum })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array': {
      const { minItems = 0, maxItems = MAX_ITEMS } = schema
      return fc.array(inner(schema.items), { minLength: minItems, maxLength: Math.min(maxItems, MAX_ITEMS) })
    }
    case 'object':
      return objectOf(schema, depth, inner)
    default:
      return fc.jsonValue()
  }
}

function objectOf(schema: ApiDocument, depth: number, inner: (part: ApiDocument) => fc.Arbitrary<unknown>) {
  const { properties = {}, required = [], minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = schema
  const names = depth < MAX_DEPTH || minProperties > 0 ? Object.keys(properties) : required
  const isPossible = (name: string) => !('not' in properties[name])
  const members = names.filter(isPossible).map((name: string) => [name, inner(properties[name])])
  const { propertyNames, additionalProperties } = schema
  if (propertyNames) {
    return fc.dictionary(textOf(propertyNames), inner(additionalProperties) as fc.Arbitrary<unknown>, {
      minKeys: minProperties,
      maxKeys: Math.min(maxProperties, MAX_ITEMS),
    })
  }
  // The generator makes one member at a time, because nearly all objects with several would be filtered out.
  if (maxProperties === 1) {
    return fc.oneof(
      ...members.map((member: [string, fc.Arbitrary<unknown>]) => fc.record(Object.fromEntries([member]))),
    )
  }
  return fc.record(Object.fromEntries(members), { requiredKeys: required }).filter((object) => {
    const { length } = Object.keys(object)
    return length >= minProperties && length <= maxProperties
  })
}

function textOf(schema: ApiDocument): fc.Arbitrary<string> {
  const { format, minLength = 0, maxLength = MAX_LENGTH } = schema
  const patterns = [schema, ...(schema.allOf ?? [])].flatMap(({ pattern }) =>
    pattern ? [new RegExp(pattern, 'u')] : [],
  )
  const fits = (text: string) =>
    patterns.every((pattern) => pattern.test(text)) && text.length >= minLength && text.length <= maxLength
  const made = FORMATS[format]?.()
  if (made) return made.filter(fits)
  const [pattern] = patterns
  if (pattern && !LOOKS_AROUND_OR_NEGATES.test(pattern.source)) return fc.stringMatching(pattern).filter(fits)
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, MAX_LENGTH) }).filter(fits)
}
