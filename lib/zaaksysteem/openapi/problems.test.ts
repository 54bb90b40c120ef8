import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ZAAKSYSTEEM = join(import.meta.dirname, '..')
/** What lib/platform/openapi/operation.ts says of each operation that has a scope or a query, and what answers them all. */
const OF_EACH = ['api/api-client.ts', 'api/query-invalid.ts', 'api/answer-request.ts']

const REFUSES = /problemResponse\(\s*\{\s*code\b[^,]{0,60},\s*\.\.\.[A-Z_]+[.[]/g

test('whatever refuses an API request without its operation does it from a table of problems', () => {
  const files = globSync('**/*.ts', { cwd: ZAAKSYSTEEM, exclude: ['generated/**', '**/*.test.ts', ...OF_EACH] })
  const others = files.filter((file) => {
    const source = readFileSync(join(ZAAKSYSTEEM, file), 'utf8')
    return source.split('problemResponse(').length - 1 !== [...source.matchAll(REFUSES)].length
  })
  expect(others).toEqual([])
})
