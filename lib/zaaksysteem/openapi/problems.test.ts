import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ZAAKSYSTEEM = join(import.meta.dirname, '..')
/**
 * The files with the common problems, which lib/platform/openapi/operation.ts describes for each operation.
 */
const OF_EACH = ['api/api-client.ts', 'api/query-invalid.ts', 'api/answer-request.ts']

const REFUSES = /problemResponse\(\s*\{\s*code\b[^,]{0,60},\s*\.\.\.[A-Z_]+[.[]/g

test('every common refusal of an API request takes its problem from a table', () => {
  const files = globSync('**/*.ts', { cwd: ZAAKSYSTEEM, exclude: ['generated/**', '**/*.test.ts', ...OF_EACH] })
  const others = files.filter((file) => {
    const source = readFileSync(join(ZAAKSYSTEEM, file), 'utf8')
    return source.split('problemResponse(').length - 1 !== [...source.matchAll(REFUSES)].length
  })
  expect(others).toEqual([])
})
