import { raw, type Sql, sql } from './sql.ts'

/** From `van` up to, not including, `tot`. An absent bound is open. */
export type Period = { van?: Date | undefined; tot?: Date | undefined }

/** Returns the conditions on a column of type `timestamptz`. */
export function periodConditions(column: string, { van, tot }: Period): Sql[] {
  return [
    ...(van ? [sql`${raw(column)} >= ${van}::timestamptz`] : []),
    ...(tot ? [sql`${raw(column)} < ${tot}::timestamptz`] : []),
  ]
}
