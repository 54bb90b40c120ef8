/**
 * The sql-template-tag of Prisma. In sql`…` a value becomes a parameter and a nested part stays SQL. A part
 * that is used twice adds its values twice.
 */
export { empty, join, raw, type Sql, sqltag as sql } from '@prisma/client/runtime/client'

/** A text without NUL, which PostgreSQL refuses in a text. */
export const WITHOUT_NUL = /^[^\0]*$/

/** Returns a search text without NUL, so that it still matches by its other characters. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '')
}
