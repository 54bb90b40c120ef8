import { expect, test } from 'vitest'
import { spokenCode } from './secret.ts'

test.each([
  ['0000000000', '0000-0000'],
  ['ffffffffff', 'ZZZZ-ZZZZ'],
  // RFC 4648, 10: the same bits as MZXW6YTB in its alphabet
  ['666f6f6261', 'CSQP-YRK1'],
])('%s is read out as %s', (hex, code) => {
  expect(spokenCode(Buffer.from(hex, 'hex'))).toBe(code)
  expect(spokenCode(Buffer.from(`${hex}99`, 'hex'))).toBe(code)
})
