import { expect, test } from 'vitest'
import { isFiltered, readSearchParams } from '#lib/ui/staff/search-params.ts'
import { bezorgingenHref, bezorgingFields, toBezorgingFilter } from './bezorging-filter.ts'

const ABONNEMENT = '0199a000-0000-7000-8000-000000000001'

test('a URL is parsed and formatted back', () => {
  const params = { zoek: 'ZAAK-1', abonnement: ABONNEMENT, status: 'mislukt', van: '2026-11-25T14:00', cursor: 'abc' }
  const href = bezorgingenHref(readSearchParams(bezorgingFields, params))
  expect(Object.fromEntries(new URL(href, 'http://x').searchParams)).toEqual(params)
})

test('an invalid value counts as absent', () => {
  const params = { zoek: ' ', abonnement: 'x', status: 'zoek', type: '', van: 'gisteren', tot: ['2026-13-01', 'b'] }
  expect(bezorgingenHref(readSearchParams(bezorgingFields, params))).toBe('/balie/bezorgingen')
  expect(isFiltered(readSearchParams(bezorgingFields, params))).toBe(false)
})

test('times are Dutch local times, and the last minute is included', () => {
  const query = toBezorgingFilter({ abonnement: ABONNEMENT, van: '2026-11-25T14:00', tot: '2026-11-25T14:05' })
  expect(query).toMatchObject({
    abonnementId: ABONNEMENT,
    van: new Date('2026-11-25T13:00:00Z'),
    tot: new Date('2026-11-25T13:06:00Z'),
  })
})
