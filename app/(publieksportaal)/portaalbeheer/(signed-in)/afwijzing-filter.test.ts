import { expect, test } from 'vitest'
import { isFiltered, readSearchParams, toPeriod } from '#lib/ui/staff/search-params.ts'
import { afwijzingenHref, afwijzingFields } from './afwijzing-filter.ts'

test('what makes no sense counts as absent', () => {
  const params = { bron: ' ', reden: 'x; drop table', van: 'gisteren', tot: '', cursor: ['abc', 'def'], gedaan: 'x' }
  expect(readSearchParams(afwijzingFields, params)).toEqual({ cursor: 'abc' })
  expect(isFiltered(readSearchParams(afwijzingFields, params))).toBe(false)
})

test('a time is that of the clock in the Netherlands, and the last minute counts whole', () => {
  const fields = readSearchParams(afwijzingFields, { van: '2026-11-25T10:00', tot: '2026-11-25T10:05' })
  expect(toPeriod(fields)).toEqual({
    van: new Date('2026-11-25T09:00:00Z'),
    tot: new Date('2026-11-25T09:06:00Z'),
  })
})

test('the address of the list holds what was asked and leads to the list', () => {
  expect(afwijzingenHref({})).toBe('/portaalbeheer#lijst')
  expect(afwijzingenHref({ bron: 'a&b', reden: 'invalid_token' })).toBe(
    '/portaalbeheer?bron=a%26b&reden=invalid_token#lijst',
  )
})
