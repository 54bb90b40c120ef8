import { expect, test } from 'vitest'
import { z } from 'zod'
import { hrefWith, isFiltered, optional, optionalCursor, period, readSearchParams } from './search-params.ts'

const schema = z.object({
  zoek: optional(z.string().min(1).max(5)),
  ...period,
  cursor: optionalCursor,
})

test('of a parameter that is there twice the first one counts, and what makes no sense counts as absent', () => {
  const params = { zoek: ['kap', 'eik'], van: 'gisteren', cursor: 'c'.repeat(501), other: 'x' }
  expect(readSearchParams(schema, params)).toEqual({ zoek: 'kap' })
  expect(readSearchParams(schema, { zoek: 'te lang', van: '2026-11-25T14:00' })).toEqual({ van: '2026-11-25T14:00' })
})

test('a page of everything is not filtered', () => {
  expect(isFiltered({ cursor: 'abc' })).toBe(false)
  expect(isFiltered({ zoek: 'kap', cursor: 'abc' })).toBe(true)
})

test('an address leaves out what is empty', () => {
  expect(hrefWith('/lijst', { zoek: '', van: undefined })).toBe('/lijst')
  expect(hrefWith('/lijst', { zoek: 'kap eik', bron: 'a&b' })).toBe('/lijst?zoek=kap+eik&bron=a%26b')
})
