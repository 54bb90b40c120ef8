import { expect, test } from 'vitest'
import { isFiltered, listHref, readFilter, sortHref } from './werkvoorraad-filter.ts'

test('an empty address gives the order of the list and no filter', () => {
  expect(readFilter('open', {})).toMatchObject({ zoek: '', sorteer: 'streefdatum', richting: 'op' })
  expect(readFilter('afgehandeld', {})).toMatchObject({ sorteer: 'zaaknummer', richting: 'af' })
  expect(isFiltered(readFilter('open', {}))).toBe(false)
})

test('values that make no sense count as absent', () => {
  const filter = readFilter('open', {
    zoek: ['kap', 'eik'],
    zaaktype: "OMG'; drop table zaak",
    statustype: 'x'.repeat(81),
    behandelaar: 'iedereen',
    sorteer: 'bsn',
    richting: 'af',
    cursor: 'c'.repeat(501),
  })
  expect(filter).toEqual({
    zoek: 'kap',
    zaaktype: undefined,
    statustype: undefined,
    behandelaar: undefined,
    sorteer: 'streefdatum',
    richting: 'op',
    cursor: undefined,
  })
})

test('a NUL in the search text does not reach the database', () => {
  expect(readFilter('open', { zoek: ' kap\0 ' }).zoek).toBe('kap')
})

test('the address of a list keeps filters and leaves out the defaults', () => {
  const filter = readFilter('open', { zoek: 'kap eik', zaaktype: 'OMG-KAP', behandelaar: 'mij' })
  expect(listHref('open', filter)).toBe('/balie?zoek=kap+eik&zaaktype=OMG-KAP&behandelaar=mij')
  expect(listHref('mijn', readFilter('mijn', {}))).toBe('/balie/mijn')
})

test('a column head sorts ascending first, then turns round, and starts at the first page', () => {
  const filter = readFilter('open', { zoek: 'kap', cursor: 'abc' })
  expect(sortHref('open', filter, 'status')).toBe('/balie?zoek=kap&sorteer=status&richting=op')
  const byStatus = readFilter('open', { sorteer: 'status', richting: 'op', cursor: 'abc' })
  expect(sortHref('open', byStatus, 'status')).toBe('/balie?sorteer=status&richting=af')
})
