import { expect, test } from 'vitest'
import { decodeCeHeader, encodeCeHeader } from './ce-header.ts'

test.each([
  ['Euro € 😀', 'Euro%20%E2%82%AC%20%F0%9F%98%80'],
  ['say "100%"', 'say%20%22100%25%22'],
  ["/a:b?c=d&e#f,(g)'h'", "/a:b?c=d&e#f,(g)'h'"],
  ['\u007f\t', '%7F%09'],
])('%s is sent as %s', (value, header) => {
  expect(encodeCeHeader(value)).toBe(header)
  expect(decodeCeHeader(header)).toBe(value)
})

test.each([
  ['%e2%82%ac', '€'],
  ['%2F%3A', '/:'],
  ['%2520', '%20'],
  ['a b', 'a b'],
  ['"a \\"quoted\\" \\\\ %20 one"', 'a "quoted" \\   one'],
  ['a"b"', 'a"b"'],
])('%s is read as %s', (header, value) => {
  expect(decodeCeHeader(header)).toBe(value)
})

test.each(['%C0%A0', '%FF', '%ED%A0%80', '100%', '%2', '%zz', '"open', '"a"b"', 'caf\u00e9'])(
  '%s cannot be decoded',
  (header) => {
    expect(decodeCeHeader(header)).toBeUndefined()
  },
)
