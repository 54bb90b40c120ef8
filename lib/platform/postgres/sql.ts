import type { Sql } from '@prisma/client/runtime/client'
import type { Statement } from './run-pipeline.ts'

/**
 * Puts a statement together from parts: in sql`…` a value becomes the next parameter, and another part stays what it is.
 * A part that stands in a statement twice brings its values twice. It is sql-template-tag, which Prisma carries.
 */
export { empty, join, raw, type Sql, sqltag as sql } from '@prisma/client/runtime/client'

/** For `runPipeline`, which prepares it: parts with the same name must differ in their values alone. */
export function toStatement(name: string, { text, values }: Sql): Statement {
  return { name, text, values: values.map(toText) }
}

function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return value instanceof Date ? value.toISOString() : String(value)
}
