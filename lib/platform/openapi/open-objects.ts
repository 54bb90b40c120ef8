import type { z } from 'zod'

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
