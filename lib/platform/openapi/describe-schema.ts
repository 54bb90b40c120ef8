import type { z } from 'zod'
import { createSchema } from 'zod-openapi'

/** Renders zod schemas as JSON schemas, for other documents than OpenAPI. */
export function schemaRenderer() {
  /** the named schemas, which the others refer to */
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

/** Formats that generated clients parse into a type, which no longer matches a pattern. */
const PARSED = ['date', 'date-time', 'uuid']

/**
 * Corrects a schema of zod, so that it is true and client generators for other languages can use it.
 * Responses may get new members, so they allow additional properties.
 */
export function describeSchema({ jsonSchema, zodSchema: { _zod }, io }: Rendered): void {
  if (io === 'output' && _zod.def.type === 'object' && !_zod.def.catchall) delete jsonSchema.additionalProperties
  // zod leaves the format out when there is a second pattern.
  if ('format' in _zod.def && _zod.def.format === 'date') jsonSchema.format = 'date'
  if (PARSED.includes(jsonSchema.format ?? '')) {
    delete jsonSchema.pattern
    delete jsonSchema.allOf
  }
  // Generators take `const: true` for a name, and a number without `integer` for a fraction.
  if (typeof jsonSchema.const === 'boolean') delete jsonSchema.const
  if (Number.isInteger(jsonSchema.const)) jsonSchema.type = 'integer'
  // zod leaves out the default of a number in a query, and generators cannot write an object as a default.
  if (_zod.def.type === 'default' && jsonSchema.type === 'integer') jsonSchema.default = _zod.def.defaultValue
  if (isObject(jsonSchema.default)) delete jsonSchema.default
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
