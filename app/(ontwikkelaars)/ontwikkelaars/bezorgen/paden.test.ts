import { expect, test } from 'vitest'
import { bezorgen } from '#lib/ui/texts/ontwikkelaars/bezorgen.ts'
import { gebeurtenissen } from '#lib/ui/texts/ontwikkelaars/gebeurtenissen.ts'
import { OPERATIONS } from '#lib/zaaksysteem/openapi/openapi-document.ts'

const NAMED = /\b(?:GET|POST|PUT|DELETE) \/[a-z/{}]+/g
const known: ReadonlySet<string> = new Set(OPERATIONS.map(({ on }) => on))

test.each(['nl', 'en'] as const)('what the pages in %s say can be asked of the API', (taal) => {
  const named = JSON.stringify([bezorgen[taal], gebeurtenissen[taal]]).match(NAMED) ?? []
  expect(named).toContain('DELETE /abonnementen/{id}')
  expect(named.filter((operation) => !known.has(operation))).toEqual([])
})
