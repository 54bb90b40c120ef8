import { expect, test } from 'vitest'
import { isWerkvoorraadFiltered, listHref, readWerkvoorraadFields, sortHref } from './werkvoorraad-filter.ts'

test('an empty address gives the order of the list and no filter', () => {
  expect(readWerkvoorraadFields('open', {})).toMatchObject({ zoek: '', sorteer: 'streefdatum', richting: 'op' })
  expect(readWerkvoorraadFields('afgehandeld', {})).toMatchObject({ sorteer: 'zaaknummer', richting: 'af' })
  expect(isWerkvoorraadFiltered(readWerkvoorraadFields('open', {}))).toBe(false)
})

test('values that make no sense count as absent', () => {
  const fields = readWerkvoorraadFields('open', {
    zoek: ['kap', 'eik'],
    zaaktype: "OMG'; drop table zaak",
    statustype: 'x'.repeat(81),
    behandelaar: 'iedereen',
    sorteer: 'bsn',
    richting: 'af',
    cursor: 'c'.repeat(501),
  })
  expect(fields).toEqual({
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
  expect(readWerkvoorraadFields('open', { zoek: ' kap\0 ' }).zoek).toBe('kap')
})

test('the address of a list keeps filters and leaves out the defaults', () => {
  const fields = readWerkvoorraadFields('open', { zoek: 'kap eik', zaaktype: 'OMG-KAP', behandelaar: 'mij' })
  expect(listHref('open', fields)).toBe('/balie?zoek=kap+eik&zaaktype=OMG-KAP&behandelaar=mij')
  expect(listHref('mijn', readWerkvoorraadFields('mijn', {}))).toBe('/balie/mijn')
})

test('of nobody is a filter too', () => {
  const fields = readWerkvoorraadFields('open', { behandelaar: 'niemand' })
  expect(isWerkvoorraadFiltered(fields)).toBe(true)
  expect(listHref('open', fields)).toBe('/balie?behandelaar=niemand')
})

test('a column head sorts ascending first, then turns round, and starts at the first page', () => {
  const fields = readWerkvoorraadFields('open', { zoek: 'kap', cursor: 'abc' })
  expect(sortHref('open', fields, 'status')).toBe('/balie?zoek=kap&sorteer=status&richting=op')
  const byStatus = readWerkvoorraadFields('open', { sorteer: 'status', richting: 'op', cursor: 'abc' })
  expect(sortHref('open', byStatus, 'status')).toBe('/balie?sorteer=status&richting=af')
})
