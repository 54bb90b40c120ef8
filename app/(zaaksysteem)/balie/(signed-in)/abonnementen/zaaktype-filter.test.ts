import { expect, test } from 'vitest'
import { abonnementFilters } from '#lib/contract/abonnement-filters.ts'
import { splitFilters, zaaktypeFilters } from './zaaktype-filter.ts'

test.each([
  [[], []],
  [['OMG-KAP'], [{ exact: { zaaktype: 'OMG-KAP' } }]],
  [['A', 'B'], [{ any: [{ exact: { zaaktype: 'A' } }, { exact: { zaaktype: 'B' } }] }]],
])('ticking %j makes %j, and is read back from it', (zaaktypen, filters) => {
  expect(zaaktypeFilters(zaaktypen)).toEqual(filters)
  expect(abonnementFilters.safeParse(filters).success).toBe(true)
  expect(splitFilters(filters)).toEqual({ zaaktypen, others: [] })
})

test('what no ticks can express stays JSON', () => {
  const others = [
    { prefix: { zaaktype: 'OMG-' } },
    { exact: { zaaktype: 'A', type: 't' } },
    { any: [{ exact: { zaaktype: 'A' } }, { exact: { subject: 's' } }] },
    { not: { exact: { zaaktype: 'A' } } },
  ]
  expect(splitFilters(others)).toEqual({ zaaktypen: [], others })
  expect(splitFilters([...others, ...zaaktypeFilters(['A'])])).toEqual({ zaaktypen: ['A'], others })
})

test('of two filters on zaaktype one is ticked and one stays JSON: together they would widen what is let through', () => {
  const filters = [...zaaktypeFilters(['A', 'B']), ...zaaktypeFilters(['B', 'C'])]
  expect(splitFilters(filters)).toEqual({ zaaktypen: ['A', 'B'], others: zaaktypeFilters(['B', 'C']) })
})
