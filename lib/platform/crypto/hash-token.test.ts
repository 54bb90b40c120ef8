import { expect, test } from 'vitest'
import { hashToken, isTokenOf } from './hash-token.ts'

test('a token is stored as its SHA-256 in hex', () => {
  // FIPS 180-4, the one-block example
  expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(isTokenOf(hashToken('abc'), 'abc')).toBe(true)
})

test.each(['abd', '', hashToken('abc')])('the hash does not match the token %j', (token) => {
  expect(isTokenOf(hashToken('abc'), token)).toBe(false)
})

test('a text that is no hash matches no token', () => {
  expect(isTokenOf('', 'abc')).toBe(false)
})
