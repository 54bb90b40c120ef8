import { expect, test } from 'vitest'
import { kolommenOf } from './werkvoorraad-columns.ts'
import {
  clearedHref,
  exportHref,
  isWerkvoorraadFiltered,
  listHref,
  readTerug,
  readWerkvoorraadFields,
  readWholeList,
  sortHref,
  toWerkvoorraadQuery,
} from './werkvoorraad-filter.ts'

test('an empty address gives the order of the list and no filter', () => {
  expect(readWerkvoorraadFields('open', {})).toMatchObject({ zoek: '', sorteer: 'streefdatum', richting: 'op' })
  expect(readWerkvoorraadFields('afgehandeld', {})).toMatchObject({ sorteer: 'zaaknummer', richting: 'af' })
  expect(isWerkvoorraadFiltered(readWerkvoorraadFields('open', {}))).toBe(false)
})

test('values that make no sense count as absent', () => {
  const fields = readWerkvoorraadFields('open', {
    zoek: ['kap', 'eik'],
    team: 'a\0b',
    termijn: 'morgen',
    opgeschort: 'nee',
    zaaktype: "OMG'; drop table zaak",
    statustype: 'x'.repeat(81),
    behandelaar: 'iedereen',
    sorteer: 'bsn',
    richting: 'af',
    cursor: 'c'.repeat(501),
  })
  expect(fields).toEqual({
    zoek: 'kap',
    team: undefined,
    termijn: undefined,
    opgeschort: undefined,
    zaaktype: undefined,
    statustype: undefined,
    behandelaar: undefined,
    sorteer: 'streefdatum',
    richting: 'op',
    cursor: undefined,
    kolom: undefined,
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

test('filters combine, and stay in the address through sorting and paging', () => {
  const params = { team: 'Parkeren en verkeer', termijn: 'na_fataledatum', opgeschort: 'aanvulling', cursor: 'abc' }
  const fields = readWerkvoorraadFields('open', params)
  expect(isWerkvoorraadFiltered(fields)).toBe(true)
  const query = 'team=Parkeren+en+verkeer&termijn=na_fataledatum&opgeschort=aanvulling'
  expect(listHref('open', fields)).toBe(`/balie?${query}&cursor=abc`)
  expect(sortHref('open', fields, 'status')).toBe(`/balie?${query}&sorteer=status&richting=op`)
})

test('my own zaken are asked for by who is signed in', () => {
  const id = '0199a000-0000-7000-8000-000000000001'
  const asked = (list: 'open' | 'mijn', params = {}) =>
    toWerkvoorraadQuery(list, readWerkvoorraadFields(list, params), id).behandelaarId
  expect([asked('mijn', { behandelaar: 'niemand' }), asked('open', { behandelaar: 'mij' })]).toEqual([id, id])
  expect([asked('open', { behandelaar: 'niemand' }), asked('open')]).toEqual([null, undefined])
  const collega = '0199a000-0000-7000-8000-000000000002'
  expect([asked('open', { behandelaar: collega }), asked('mijn', { behandelaar: collega })]).toEqual([collega, id])
})

test('a zaak leads back to the list that it was opened from, with its filter, order and page', () => {
  const href = '/balie/mijn?zoek=kap+eik&cursor=abc&sorteer=status&richting=af'
  expect(readTerug(href)).toEqual({ list: 'mijn', href })
})

test.each([
  undefined,
  '',
  'https://elders.example/balie',
  '//elders.example/balie',
  '/balie/sleutels',
  'javascript:alert(1)',
])('from %s it leads to the werkvoorraad', (terug) =>
  expect(readTerug(terug)).toEqual({ list: 'open', href: '/balie' }),
)

test('of a list to go back to only what it knows is kept', () => {
  expect(readTerug('/balie?termijn=morgen&x=1&zoek=kap').href).toBe('/balie?zoek=kap')
})

test('columns are chosen in a form or a link, stay through sorting and clearing, and are no filter', () => {
  const fields = readWerkvoorraadFields('open', { kolom: ['team', 'status', 'bsn'] })
  expect(kolommenOf('open', fields.kolom)).toEqual(['status', 'team'])
  expect(isWerkvoorraadFiltered(fields)).toBe(false)
  expect(sortHref('open', fields, 'status')).toBe('/balie?kolom=status.team&sorteer=status&richting=op')
  expect(readWerkvoorraadFields('open', { kolom: 'status.team' })).toEqual(fields)
  expect(clearedHref('open', { ...fields, zoek: 'kap' })).toBe('/balie?kolom=status.team')
})

test.each([undefined, '', 'bsn', 'afgehandeldOp'])('with %s the list has its own columns', (kolom) => {
  const fields = readWerkvoorraadFields('mijn', { kolom })
  expect(listHref('mijn', fields)).toBe('/balie/mijn')
  expect(kolommenOf('mijn', fields.kolom)).toEqual(['zaaktype', 'status', 'streefdatum', 'fataledatum', 'bezorging'])
})

test('an export holds what the list shows, from its beginning', () => {
  const fields = readWerkvoorraadFields('mijn', { zoek: 'kap', kolom: 'team', sorteer: 'status', cursor: 'abc' })
  const href = exportHref('mijn', fields)
  expect(href).toBe('/balie/export?lijst=mijn&zoek=kap&kolom=team&sorteer=status&richting=op')
  const asked = readWholeList(new URL(href, 'http://x').searchParams, 'ik')
  expect(asked).toMatchObject({ zoek: 'kap', sorteer: 'status', behandelaarId: 'ik', afgehandeld: false })
})
