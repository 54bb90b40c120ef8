import { expect, test } from 'vitest'
import { z } from 'zod'
import { hrefWith, isFiltered, optional, optionalCursor, period, readSearchParams } from './search-params.ts'

const schema = z.object({
  zoek: optional(z.string().min(1).max(5)),
  ...period,
  cursor: optionalCursor,
})

test('the first value of a repeated parameter counts, and an invalid value counts as absent', () => {
  const params = { zoek: ['kap', 'eik'], van: 'gisteren', cursor: 'c'.repeat(501), other: 'x' }
  expect(readSearchParams(schema, params)).toEqual({ zoek: 'kap' })
  expect(readSearchParams(schema, { zoek: 'te lang', van: '2026-11-25T14:00' })).toEqual({ van: '2026-11-25T14:00' })
})

test('a cursor is no filter', () => {
  expect(isFiltered({ cursor: 'abc' })).toBe(false)
  expect(isFiltered({ zoek: 'kap', cursor: 'abc' })).toBe(true)
})

test('an address leaves out empty fields', () => {
  expect(hrefWith('/lijst', { zoek: '', van: undefined })).toBe('/lijst')
  expect(hrefWith('/lijst', { zoek: 'kap eik', bron: 'a&b' })).toBe('/lijst?zoek=kap+eik&bron=a%26b')
})
