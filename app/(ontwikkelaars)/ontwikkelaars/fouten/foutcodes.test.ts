import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FOUTCODES } from '#lib/ui/texts/ontwikkelaars/fouten.ts'
import { REFUSALS } from '#lib/zaaksysteem/zaak/api/refusals.ts'

const ROOMS = ['lib/zaaksysteem', 'lib/platform/http', 'lib/platform/web-server']

/** A code that is named, an argument, or the name of an entry in a table of refusals. */
const MADE = /\bcode: '([a-z_]+)'|refuse\(\d{3}, '([a-z_]+)'|^ {2}([a-z_]+): \{\s*status: \d{3}/gm

const sources = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' }).map((path) => join(room, path)),
)
  .filter((path) => path.endsWith('.ts') && !path.includes('generated') && !/\.test\.|\/test-/.test(path))
  .map((path) => readFileSync(path, 'utf8'))

const listed = new Set<string>([...FOUTCODES.map(([, code]) => code), ...Object.keys(REFUSALS)])

test('every code on the page is one that the API can give', () => {
  const unused = [...listed].filter((code) => !sources.some((text) => new RegExp(`\\b${code}\\b`).test(text)))
  expect(unused).toEqual([])
})

test('every code that a problem is made with is on the page', () => {
  const made = sources
    .filter((text) => text.includes('problemResponse('))
    .flatMap((text) => [...text.matchAll(MADE)].map((match) => match.slice(1).find(Boolean) as string))
  expect(made.length).toBeGreaterThan(20)
  expect(made.filter((code) => !listed.has(code))).toEqual([])
})
