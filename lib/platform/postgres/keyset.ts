import { NIL } from 'uuid'
import { z } from 'zod'
import { parseJson } from '#lib/platform/json/parse-json.ts'
import { raw, type Sql, sql } from './sql.ts'

/** A position in a list of rows ordered by a unique key: after or before the row with this key. */
export type Cursor<Key> = { side: 'after' | 'before'; key: Key }

/** `next` and `previous` are cursors; null when there is no such page. */
export type Page<Row> = { rows: Row[]; next: string | null; previous: string | null }

const place = z.tuple([z.enum(['after', 'before'])], z.unknown())

/** `undefined` for an absent or malformed cursor. @param key the schema of the keys of this list */
export function decodeCursor<Key extends readonly unknown[]>(
  text: string | undefined,
  key: z.ZodType<Key>,
): Cursor<Key> | undefined {
  if (!text) return undefined
  const [side, ...rest] = place.safeParse(parseJson(Buffer.from(text, 'base64url').toString())).data ?? []
  const parsed = key.safeParse(rest)
  return side && parsed.success ? { side, key: parsed.data } : undefined
}

/** @param rows read from the cursor, backwards for `before`; `size + 1` of them when there is another page */
export function toPage<Row, Key extends readonly unknown[]>(
  rows: readonly Row[],
  { size, cursor, keyOf }: { size: number; cursor: Cursor<Key> | undefined; keyOf: (row: Row) => Key },
): Page<Row> {
  const backwards = cursor?.side === 'before'
  const more = rows.length > size
  const page = rows.slice(0, size)
  if (backwards) page.reverse()
  const [first, last] = [page[0], page.at(-1)]
  return {
    rows: page,
    next: (more || backwards) && last ? encodeCursor({ side: 'after', key: keyOf(last) }) : null,
    previous: (backwards ? more : cursor) && first ? encodeCursor({ side: 'before', key: keyOf(first) }) : null,
  }
}

function encodeCursor({ side, key }: Cursor<readonly unknown[]>): string {
  return Buffer.from(JSON.stringify([side, ...key])).toString('base64url')
}

/** Returns the lowest UUID v7 of that moment. */
export function firstIdOf(moment: Date): string {
  const hex = Math.max(moment.getTime(), 0).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}${NIL.slice(13)}`
}

/** From `van` up to, not including, `tot`. An absent bound is open. */
export type Period = { van?: Date | undefined; tot?: Date | undefined }

/** Returns the conditions on a column of type `timestamptz`. */
export function periodConditions(column: string, { van, tot }: Period): Sql[] {
  return [
    ...(van ? [sql`${raw(column)} >= ${van}::timestamptz`] : []),
    ...(tot ? [sql`${raw(column)} < ${tot}::timestamptz`] : []),
  ]
}
