import { expect, test } from 'vitest'
import { refusalOf } from './bestand-kiezer.tsx'

test.each([
  ['as large as it may be', 10, { file: 10 }, undefined],
  ['a byte larger', 11, { file: 10 }, 'bestand_too_large'],
  ['as large as what is left together', 5, { file: 10, files: 1, together: 5 }, undefined],
  ['larger than what is left together', 6, { file: 10, files: 1, together: 5 }, 'zaak_full'],
  ['one more than there may be', 1, { file: 10, files: 0, together: 5 }, 'too_many'],
])('a file that is %s is judged before it is sent', (_, size, most, code) => {
  expect(refusalOf({ size }, most)).toBe(code)
})
