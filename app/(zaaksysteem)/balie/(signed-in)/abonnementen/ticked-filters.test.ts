import { expect, test } from 'vitest'
import { abonnementFilters } from '#lib/contract/abonnement-filters.ts'
import { EINDE, splitFilters, tickedFilters } from './ticked-filters.ts'

const zaaktype = (name: string) => ({ exact: { zaaktype: name } })
const status = (name: string) => ({ exact: { nieuweStatus: name } })
const einde = { exact: { eindstatus: 'true' as const } }

test.each([
  [[], [], []],
  [['OMG-KAP'], [], [zaaktype('OMG-KAP')]],
  [['A', 'B'], [], [{ any: [zaaktype('A'), zaaktype('B')] }]],
  [[], [EINDE], [einde]],
  [['A'], ['verleend', EINDE], [zaaktype('A'), { any: [status('verleend'), einde] }]],
])('ticks of %j and %j become filters, and are read back from them', (zaaktypen, statussen, filters) => {
  expect(tickedFilters({ zaaktypen, statussen })).toEqual(filters)
  expect(abonnementFilters.safeParse(filters).success).toBe(true)
  expect(splitFilters(filters)).toEqual({ zaaktypen, statussen, others: [] })
})

test('a filter that ticks cannot express stays JSON', () => {
  const others = [
    { prefix: { zaaktype: 'OMG-' } },
    { exact: { zaaktype: 'A', type: 't' } },
    { exact: { nieuweStatus: 'verleend', eindstatus: 'true' as const } },
    { any: [zaaktype('A'), { exact: { subject: 's' } }] },
    { any: [zaaktype('A'), status('verleend')] },
    { not: zaaktype('A') },
  ]
  const ticked = { zaaktypen: ['A'], statussen: ['verleend'] }
  expect(splitFilters(others)).toEqual({ zaaktypen: [], statussen: [], others })
  expect(splitFilters([...others, ...tickedFilters(ticked)])).toEqual({ ...ticked, others })
})

test('of two filters on zaaktype one is ticked and one stays JSON, because ticking both would let more events through', () => {
  const second = tickedFilters({ zaaktypen: ['B', 'C'], statussen: [] })
  const filters = [...tickedFilters({ zaaktypen: ['A', 'B'], statussen: [] }), ...second]
  expect(splitFilters(filters)).toEqual({ zaaktypen: ['A', 'B'], statussen: [], others: second })
})
