/**
 * The sql-template-tag of Prisma. In sql`…` a value becomes a parameter and a nested part stays SQL. A part
 * that is used twice adds its values twice.
 */
export { empty, join, raw, type Sql, sqltag as sql } from '@prisma/client/runtime/client'
