import { expect, test } from 'vitest'
import { hashToken, isTokenOf } from './hash-token.ts'

test('a token is known by its SHA-256 in hex', () => {
  // FIPS 180-4, the one-block example
  expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(isTokenOf(hashToken('abc'), 'abc')).toBe(true)
})

test.each(['abd', '', hashToken('abc')])('it is not known as %j', (token) => {
  expect(isTokenOf(hashToken('abc'), token)).toBe(false)
})

test('what is no hash is that of no token', () => {
  expect(isTokenOf('', 'abc')).toBe(false)
})
