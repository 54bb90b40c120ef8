import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AbonnementFilter, abonnementFilters } from '#lib/contract/abonnement-filters.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import type { Kenmerken } from './gebeurtenis.ts'
import { matches } from './gebeurtenissen-query.ts'

const RUNS = 300
const ctx = await openTestZaaksysteem()

/** Short texts of few characters, so that they are often equal, or part of each other. */
const text = fc
  .array(fc.constantFrom('a', 'A', 'b', '%', '_', '"', '\\', '$', '.', ' ', 'é', 'e\u0301', '😀', '😁'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join(''))
const told = { nieuweStatus: text, eindstatus: fc.constant('true' as const) }
const kenmerken = fc.record(
  { type: text, subject: text, zaaktype: text, ...told },
  { requiredKeys: ['type', 'subject', 'zaaktype'] },
)
const comparison = fc
  .record({ type: text, subject: text, zaaktype: text, ...told }, { requiredKeys: [] })
  .filter((attributes) => Object.keys(attributes).length > 0)
const filters = fc
  .array(
    fc.letrec<{ filter: AbonnementFilter }>((tie) => ({
      filter: fc.oneof(
        { maxDepth: 3 },
        fc.record({ exact: comparison }),
        fc.record({ prefix: comparison }),
        fc.record({ suffix: comparison }),
        fc.record({ all: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ any: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ not: tie('filter') }),
      ),
    })).filter,
    { maxLength: 3 },
  )
  .filter((all) => abonnementFilters.safeParse(all).success)

const MATCHES = `
  select $2::jsonb || jsonb_build_object('omgekeerd', (
      select jsonb_object_agg(key, reverse(value)) from jsonb_each_text($2::jsonb)
    )) @@ filterpad($1::jsonb)::jsonpath as holds`

async function matchesInSql(chosen: AbonnementFilter[], event: Kenmerken): Promise<boolean> {
  const { rows } = await ctx.pool.query(MATCHES, [JSON.stringify(chosen), event])
  return rows[0].holds
}

test('filters select the same events for a stroom as the database does for an abonnement', async () => {
  const seen = { true: 0, false: 0 }
  await fc.assert(
    fc.asyncProperty(filters, kenmerken, async (chosen, event) => {
      const holds = matches({ filters: chosen }, event)
      seen[`${holds}`] += 1
      expect(holds).toBe(await matchesInSql(chosen, event))
    }),
    { numRuns: RUNS },
  )
  expect(Math.min(seen.true, seen.false)).toBeGreaterThan(RUNS / 10)
})

const EVENT = { type: 't', subject: 's', zaaktype: 'z' }

test.each([
  [true, {}],
  [true, { types: ['x', 't'] }],
  [false, { types: ['x'] }],
  [true, { types: ['t'], zaaktypen: ['z'] }],
  [false, { types: ['t'], zaaktypen: ['x'] }],
  [false, { zaaktypen: [] }],
])('matches is %j for the selectie %j', (wanted, selectie) => {
  expect(matches({ filters: [], ...selectie }, EVENT)).toBe(wanted)
})
