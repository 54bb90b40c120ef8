import { expect, test } from 'vitest'
import { isFiltered, readSearchParams, toPeriod } from '#lib/ui/staff/search-params.ts'
import { afwijzingenHref, afwijzingFields } from './afwijzingen.tsx'

test('an invalid value counts as absent', () => {
  const params = { bron: ' ', reden: 'x; drop table', van: 'gisteren', tot: '', cursor: ['abc', 'def'], gedaan: 'x' }
  expect(readSearchParams(afwijzingFields, params)).toEqual({ cursor: 'abc' })
  expect(isFiltered(readSearchParams(afwijzingFields, params))).toBe(false)
})

test('a time is Dutch local time, and the last minute is included', () => {
  const fields = readSearchParams(afwijzingFields, { van: '2026-11-25T10:00', tot: '2026-11-25T10:05' })
  expect(toPeriod(fields)).toEqual({
    van: new Date('2026-11-25T09:00:00Z'),
    tot: new Date('2026-11-25T09:06:00Z'),
  })
})

test('the link to the list holds the filter and the fragment of the list', () => {
  expect(afwijzingenHref({})).toBe('/portaalbeheer#lijst')
  expect(afwijzingenHref({ bron: 'a&b', reden: 'invalid_token' })).toBe(
    '/portaalbeheer?bron=a%26b&reden=invalid_token#lijst',
  )
})
