import { expect, test } from 'vitest'
import { toJsonPointer } from './json-pointer.ts'

// RFC 6901 section 5
test.each([
  [[], ''],
  [['foo', 0], '/foo/0'],
  [[''], '/'],
  [['a/b'], '/a~1b'],
  [['c%d'], '/c%d'],
  [[' '], '/ '],
  [['m~n'], '/m~0n'],
  [['~1'], '/~01'],
])('%j is "%s"', (path, pointer) => {
  expect(toJsonPointer(path)).toBe(pointer)
})
