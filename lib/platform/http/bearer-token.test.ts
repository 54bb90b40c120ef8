import { expect, test } from 'vitest'
import { bearerToken } from './bearer-token.ts'

test.each([
  ['Bearer abc', 'abc'],
  ['bearer a-._~+/9==', 'a-._~+/9=='],
  ['Basic abc', undefined],
  ['Bearer', undefined],
  ['Bearer a b', undefined],
  ['Bearer a=b', undefined],
  ['Bearer abc, Bearer def', undefined],
  ['', undefined],
])('the token in "%s" is %j', (authorization, token) => {
  expect(bearerToken(new Headers({ authorization }))).toBe(token)
})

test('a request without the header has no token', () => {
  expect(bearerToken(new Headers())).toBeUndefined()
})
