import { expect, test } from 'vitest'
import { z } from 'zod'
import { decodeCursor, type Page, toPage } from './keyset.ts'

const SIZE = 2
const key = z.tuple([z.int()])
const ROWS = [1, 2, 3, 4, 5]

/** Reads as the SQL queries do: from the cursor in its direction, one row more than a page. */
function read(text?: string | null): Page<number> {
  const cursor = decodeCursor(text ?? undefined, key)
  const from = cursor?.key[0] ?? 0
  const rows = cursor?.side === 'before' ? ROWS.filter((row) => row < from).reverse() : ROWS.filter((row) => row > from)
  return toPage(rows.slice(0, SIZE + 1), { size: SIZE, cursor, keyOf: (row): [number] => [row] })
}

test('pages follow each other without a gap or a repeat, there and back', () => {
  const first = read()
  const second = read(first.next)
  const third = read(second.next)
  expect([first, second, third].map(({ rows }) => rows)).toEqual([[1, 2], [3, 4], [5]])
  expect([first.previous, third.next]).toEqual([null, null])
  expect(read(third.previous)).toEqual(second)
  expect(read(second.previous)).toMatchObject({ rows: [1, 2], previous: null })
})

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

test.each([
  '',
  '%',
  'onzin',
  encoded(null),
  encoded([]),
  encoded(['after']),
  encoded(['after', '1']),
  encoded(['over', 1]),
])('the malformed cursor %j is undefined', (text) => {
  expect(decodeCursor(text, key)).toBeUndefined()
})

test('a cursor of a list with another key is undefined', () => {
  expect(decodeCursor(read().next ?? '', z.tuple([z.uuid()]))).toBeUndefined()
})
