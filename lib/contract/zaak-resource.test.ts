import { expect, test } from 'vitest'
import { bsn } from './zaak-resource.ts'

test.each(['999990342', '123456782', '111222333', '000000012'])('%s is a BSN', (value) => {
  expect(bsn.parse(value)).toBe(value)
})

test.each([
  ['a digit that is wrong', '999990343'],
  ['two digits that changed places', '999993042'],
  ['eight digits, without the leading zero', '00000012'],
  ['ten digits', '9999903420'],
  ['only zeros', '000000000'],
  ['spaces', '999 990 342'],
  ['a line end', '999990342\n'],
  ['digits of another script', '٩٩٩٩٩٠٣٤٢'],
  ['a number', 999990342],
  ['nothing', ''],
  ['no value', undefined],
])('%s makes no BSN', (_, value) => {
  expect(bsn.safeParse(value).success).toBe(false)
})

test('the error of an invalid BSN does not contain the number', () => {
  expect(JSON.stringify(bsn.safeParse('999990343').error?.issues)).not.toContain('999990343')
})
