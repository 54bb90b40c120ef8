import { expect, test } from 'vitest'
import { MAX_GEBEURTENISSEN, MAX_SEQUENCE, MAX_WACHT_SECONDS } from '#lib/contract/gebeurtenissen-page.ts'
import { bezorgen } from '#lib/ui/texts/ontwikkelaars/bezorgen.ts'
import { gebeurtenissen } from '#lib/ui/texts/ontwikkelaars/gebeurtenissen.ts'
import { OPERATIONS } from '#lib/zaaksysteem/openapi/operations.ts'

const NAMED = /\b(?:GET|POST|PUT|DELETE) \/[a-z/{}]+/g
const known: ReadonlySet<string> = new Set(OPERATIONS.map(({ on }) => on))

test.each(['nl', 'en'] as const)('what the pages in %s say can be asked of the API', (taal) => {
  const named = JSON.stringify([bezorgen[taal], gebeurtenissen[taal]]).match(NAMED) ?? []
  expect(named).toContain('DELETE /abonnementen/{id}')
  expect(named.filter((operation) => !known.has(operation))).toEqual([])
})

test.each(['nl', 'en'] as const)('the page in %s says how much can be asked of a page of events', (taal) => {
  const said = bezorgen[taal].inhalen.alineas.join('\n')
  for (const most of [MAX_GEBEURTENISSEN, MAX_WACHT_SECONDS, MAX_SEQUENCE])
    expect(said).toMatch(new RegExp(`\\b${most}\\b`))
})
