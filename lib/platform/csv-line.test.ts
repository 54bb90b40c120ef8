import { expect, test } from 'vitest'
import { csvLine } from './csv-line.ts'

test.each([
  [['a', 3, null, undefined], 'a;3;;\r\n'],
  [['a;b', 'c"d', 'e\nf'], '"a;b";"c""d";"e\nf"\r\n'],
  [['=1+1', '+31', '-1', '@x', '\tx', '=a;b'], "'=1+1;'+31;'-1;'@x;'\tx;\"'=a;b\"\r\n"],
])('%j', (fields, line) => {
  expect(csvLine(fields)).toBe(line)
})
