import { expect, test } from 'vitest'
import { WITHOUT_NUL, withoutNul } from './sql.ts'

test.each([
  ['', ''],
  ['eik', 'eik'],
  ['\0e\0ik\0', 'eik'],
])('%j without NUL is %j', (text, without) => {
  expect(withoutNul(text)).toBe(without)
  expect([text, without].map((one) => WITHOUT_NUL.test(one))).toEqual([text === without, true])
})
