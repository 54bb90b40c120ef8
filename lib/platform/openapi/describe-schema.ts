import type { z } from 'zod'
import { createSchema } from 'zod-openapi'

/** Renders zod schemas as JSON schemas, for other documents than OpenAPI. */
export function schemaRenderer() {
  /** those with a name of their own, which the others refer to */
  const components: Record<string, object> = {}
  function render(schema: z.ZodType, io: 'input' | 'output' = 'output') {
    const rendered = createSchema(schema, { io, opts: { override: describeSchema } })
    Object.assign(components, rendered.components)
    return rendered.schema
  }
  return { render, components }
}

type Rendered = {
  jsonSchema: JsonSchema
  zodSchema: z.core.$ZodTypes
  io: 'input' | 'output'
}
type JsonSchema = {
  type?: unknown
  additionalProperties?: unknown
  format?: string
  pattern?: string
  allOf?: unknown
  const?: unknown
  default?: unknown
}

/** Formats of which generated clients make something else than a text, which then matches no pattern. */
const PARSED = ['date', 'date-time', 'uuid']

/**
 * Says a schema so that it is true and that generators of clients in other languages can use it.
 *
 * Answers may get members that they do not have yet, and whoever reads them passes over what he does not
 * know: zod describes an answer as having the members of its schema and no others. Besides, zod writes a
 * pattern beside a format; it says of a boolean that it is always true, which generators take for the name of
 * something, and of a status that it is a number, of which they make a fraction; it leaves out the default of
 * a number that comes as text; and no generator can write an object as a default.
 */
export function describeSchema({ jsonSchema, zodSchema: { _zod }, io }: Rendered): void {
  if (io === 'output' && _zod.def.type === 'object' && !_zod.def.catchall) delete jsonSchema.additionalProperties
  // With a second pattern zod leaves the format out.
  if ('format' in _zod.def && _zod.def.format === 'date') jsonSchema.format = 'date'
  if (PARSED.includes(jsonSchema.format ?? '')) {
    delete jsonSchema.pattern
    delete jsonSchema.allOf
  }
  if (typeof jsonSchema.const === 'boolean') delete jsonSchema.const
  if (Number.isInteger(jsonSchema.const)) jsonSchema.type = 'integer'
  if (_zod.def.type === 'default' && jsonSchema.type === 'integer') jsonSchema.default = _zod.def.defaultValue
  if (isObject(jsonSchema.default)) delete jsonSchema.default
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
