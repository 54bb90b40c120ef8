import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ZAAKSYSTEEM = join(import.meta.dirname, '..')
/** What lib/platform/openapi/operation.ts says of each operation that has a scope, or a query. */
const OF_EACH = ['api/api-client.ts', 'api/query-invalid.ts']

const read = (file: string) => readFileSync(join(ZAAKSYSTEEM, file), 'utf8')
const files = globSync('**/*.ts', { cwd: ZAAKSYSTEEM, exclude: ['generated/**', '**/*.test.ts', ...OF_EACH] })
const description = globSync('openapi/**/*.ts', { cwd: ZAAKSYSTEEM }).map(read).join('\n')

const REFUSES = /problemResponse\(\s*\{\s*code\b[^,]{0,60},\s*\.\.\.[A-Z_]+[.[]/g
const TABLE = /export const ([A-Z_]+_PROBLEMS)\b/g

test('whatever refuses an API request does it from a table of problems', () => {
  const others = files.filter((file) => {
    const calls = read(file).split('problemResponse(').length - 1
    return calls !== [...read(file).matchAll(REFUSES)].length
  })
  expect(others).toEqual([])
})

test('the document reads each of those tables', () => {
  const tables = files.flatMap((file) => [...read(file).matchAll(TABLE)].map(([, name]) => name as string))
  expect(tables.length).toBeGreaterThan(15)
  expect(tables.filter((name) => !description.includes(name))).toEqual([])
})
