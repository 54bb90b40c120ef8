import type { z } from 'zod'
import { createSchema } from 'zod-openapi'

/** Renders zod schemas as JSON schemas, for other documents than OpenAPI. */
export function schemaRenderer() {
  /** those with a name of their own, which the others refer to */
  const components: Record<string, object> = {}
  function render(schema: z.ZodType, io: 'input' | 'output' = 'output') {
    const rendered = createSchema(schema, { io, opts: { override: openObjects } })
    Object.assign(components, rendered.components)
    return rendered.schema
  }
  return { render, components }
}

type Rendered = {
  jsonSchema: { additionalProperties?: unknown }
  zodSchema: z.core.$ZodTypes
  io: 'input' | 'output'
}

/**
 * Answers may get members that they do not have yet, and whoever reads them passes over what he does not know. zod
 * describes an answer as having the members of its schema and no others.
 */
export function openObjects({ jsonSchema, zodSchema: { _zod }, io }: Rendered): void {
  if (io === 'output' && _zod.def.type === 'object' && !_zod.def.catchall) delete jsonSchema.additionalProperties
}
