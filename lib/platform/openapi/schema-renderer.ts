import type { z } from 'zod'
import { createSchema } from 'zod-openapi'
import { openObjects } from './open-objects.ts'

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
