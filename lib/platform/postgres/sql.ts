/**
 * Puts a statement together from parts: in sql`…` a value becomes the next parameter, and another part stays
 * what it is. A part that stands in a statement twice brings its values twice. It is sql-template-tag, which
 * Prisma carries.
 */
export { empty, join, raw, type Sql, sqltag as sql } from '@prisma/client/runtime/client'
