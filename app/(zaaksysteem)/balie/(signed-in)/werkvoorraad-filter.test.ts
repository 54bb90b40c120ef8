import { expect, test } from 'vitest'
import { sealZoek } from '#lib/zaaksysteem/werkvoorraad/zoek-in-adres.ts'
import {
  exportHref,
  filterHref,
  isWerkvoorraadFiltered,
  listHref,
  readTerug,
  readWerkvoorraadFields,
  readWholeList,
  sortHref,
  toWerkvoorraadQuery,
  unreadableHref,
} from './werkvoorraad-filter.ts'

const keys = [{ id: 'nu', key: new Uint8Array(32).fill(1) }]
const ctx = { env: { ZAAKSYSTEEM_ENCRYPTION_KEYS: keys } } as Parameters<typeof toWerkvoorraadQuery>[0]
const ik = { id: '0199a000-0000-7000-8000-000000000001', sessieId: '0199a000-0000-7000-8000-0000000000aa' }

test('an empty URL gives the default order and no filter', () => {
  expect(readWerkvoorraadFields('open', {})).toMatchObject({ zoek: '', sorteer: 'streefdatum', richting: 'op' })
  expect(readWerkvoorraadFields('afgehandeld', {})).toMatchObject({ sorteer: 'zaaknummer', richting: 'af' })
  expect(isWerkvoorraadFiltered(readWerkvoorraadFields('open', {}))).toBe(false)
})

test('a filter on the fatale datum orders by it, unless another order was chosen', () => {
  const plain = readWerkvoorraadFields('open', {})
  expect(filterHref('open', plain, { termijn: 'fataal_deze_week' })).toBe('/balie?termijn=fataal_deze_week')
  const filtered = readWerkvoorraadFields('open', { termijn: 'fataal_deze_week' })
  expect(filtered).toMatchObject({ sorteer: 'fataledatum', richting: 'op' })
  expect(filterHref('open', filtered, { termijn: undefined })).toBe('/balie')
  expect(readWerkvoorraadFields('open', { termijn: 'na_streefdatum' })).toMatchObject({ sorteer: 'streefdatum' })
  const chosen = readWerkvoorraadFields('open', { sorteer: 'zaaktype' })
  expect(filterHref('open', chosen, { termijn: 'na_fataledatum' })).toBe(
    '/balie?termijn=na_fataledatum&sorteer=zaaktype&richting=op',
  )
  const byStreefdatum = sortHref('open', filtered, 'streefdatum')
  expect(byStreefdatum).toBe('/balie?termijn=fataal_deze_week&sorteer=streefdatum&richting=op')
})

test('invalid values count as absent', () => {
  const fields = readWerkvoorraadFields('open', {
    zoek: ['12', '13'],
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
    zoek: '12',
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

test('a name in the URL is not searched for: the list says that it no longer searches', () => {
  const fields = readWerkvoorraadFields('open', { zoek: 'Jansen', zaaktype: 'OMG-KAP', cursor: 'abc' })
  expect(JSON.stringify(fields)).not.toContain('Jansen')
  expect(toWerkvoorraadQuery(ctx, 'open', fields, ik)).toBeUndefined()
  expect(unreadableHref('open', fields)).toBe('/balie?zaaktype=OMG-KAP&gedaan=zoek_verlopen')
  expect(unreadableHref('open', readWerkvoorraadFields('open', { zoek: 'x' }))).toBe('/balie?gedaan=zoek_verlopen')
})

test('the search text is sealed in the URL for the own sessie, and stays through sorting, paging and the way back', () => {
  const zoek = sealZoek(ctx, 'kap eik', ik.sessieId)
  const fields = readWerkvoorraadFields('open', { zoek })
  const href = sortHref('open', fields, 'status')
  const again = readWerkvoorraadFields('open', Object.fromEntries(new URL(href, 'http://x').searchParams))
  expect(toWerkvoorraadQuery(ctx, 'open', again, ik)).toMatchObject({ zoek: 'kap eik', sorteer: 'status' })
  expect(readTerug(href).href).toBe(href)
  expect(toWerkvoorraadQuery(ctx, 'open', again, { ...ik, sessieId: ik.id })).toBeUndefined()
})

test('the URL of a list keeps filters and omits the defaults', () => {
  const fields = readWerkvoorraadFields('open', { zoek: '12', zaaktype: 'OMG-KAP', behandelaar: 'mij' })
  expect(listHref('open', fields)).toBe('/balie?zoek=12&zaaktype=OMG-KAP&behandelaar=mij')
  expect(listHref('mijn', readWerkvoorraadFields('mijn', {}))).toBe('/balie/mijn')
})

test('unassigned zaken are a filter too', () => {
  const fields = readWerkvoorraadFields('open', { behandelaar: 'niemand' })
  expect(isWerkvoorraadFiltered(fields)).toBe(true)
  expect(listHref('open', fields)).toBe('/balie?behandelaar=niemand')
})

test('a column head sorts ascending first, then reverses, and starts at the first page', () => {
  const fields = readWerkvoorraadFields('open', { zoek: '12', cursor: 'abc' })
  expect(sortHref('open', fields, 'status')).toBe('/balie?zoek=12&sorteer=status&richting=op')
  const byStatus = readWerkvoorraadFields('open', { sorteer: 'status', richting: 'op', cursor: 'abc' })
  expect(sortHref('open', byStatus, 'status')).toBe('/balie?sorteer=status&richting=af')
})

test('filters combine, and stay in the URL through sorting and paging', () => {
  const params = { team: 'Parkeren en verkeer', termijn: 'na_fataledatum', opgeschort: 'aanvulling', cursor: 'abc' }
  const fields = readWerkvoorraadFields('open', params)
  expect(isWerkvoorraadFiltered(fields)).toBe(true)
  const query = 'team=Parkeren+en+verkeer&termijn=na_fataledatum&opgeschort=aanvulling'
  expect(listHref('open', fields)).toBe(`/balie?${query}&cursor=abc`)
  expect(sortHref('open', fields, 'status')).toBe(`/balie?${query}&sorteer=status&richting=op`)
})

test('the list of own zaken is that of the signed-in behandelaar', () => {
  const { id } = ik
  const asked = (list: 'open' | 'mijn', params = {}) =>
    toWerkvoorraadQuery(ctx, list, readWerkvoorraadFields(list, params), ik)?.behandelaarId
  expect([asked('mijn', { behandelaar: 'niemand' }), asked('open', { behandelaar: 'mij' })]).toEqual([id, id])
  expect([asked('open', { behandelaar: 'niemand' }), asked('open')]).toEqual([null, undefined])
  const collega = '0199a000-0000-7000-8000-000000000002'
  expect([asked('open', { behandelaar: collega }), asked('mijn', { behandelaar: collega })]).toEqual([collega, id])
})

test('a zaak leads back to the list that it was opened from, with its filter, order and page', () => {
  const href = '/balie/mijn?zoek=ZAAK-2026-0000000012&cursor=abc&sorteer=status&richting=af'
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

test('the URL of the list to return to keeps only known parameters', () => {
  expect(readTerug('/balie?termijn=morgen&x=1&zoek=12').href).toBe('/balie?zoek=12')
})

test('a weergave that was kept with columns opens the list without them', () => {
  const fields = readWerkvoorraadFields('open', { kolom: 'status.team', zoek: '12' })
  expect(listHref('open', fields)).toBe('/balie?zoek=12')
})

test('an export holds what the list shows, from its beginning', () => {
  const fields = readWerkvoorraadFields('mijn', { zoek: '12', sorteer: 'status', cursor: 'abc' })
  const href = exportHref('mijn', fields)
  expect(href).toBe('/balie/export?lijst=mijn&zoek=12&sorteer=status&richting=op')
  const { query } = readWholeList(ctx, new URL(href, 'http://x').searchParams, ik)
  expect(query).toMatchObject({ zoek: '12', sorteer: 'status', behandelaarId: ik.id, afgehandeld: false })
})

test('a list whose search text cannot be unsealed exports and chooses nothing', () => {
  const whole = new URLSearchParams({ lijst: 'mijn', zoek: sealZoek(ctx, 'Jansen', ik.id) })
  expect(readWholeList(ctx, whole, ik).query).toBeUndefined()
})
