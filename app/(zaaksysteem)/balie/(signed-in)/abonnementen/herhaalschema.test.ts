import { expect, test } from 'vitest'
import { formatHerhaalschema, parseHerhaalschema } from './herhaalschema.ts'

test('waits are read with every spelling of their unit', () => {
  expect(parseHerhaalschema('5s, 5 min; 30m\n2 u,1 D')).toEqual({ ok: true, seconds: [5, 300, 1800, 7200, 86_400] })
  expect(parseHerhaalschema(' , ')).toEqual({ ok: true, seconds: [] })
})

test.each(['5', 'min', '5 weken', '-5 s', '1,5 u', '9999999 s'])('%s is not a valid wait', (text) => {
  expect(parseHerhaalschema(text).ok).toBe(false)
})

test('a displayed schema can be parsed again', () => {
  const seconds = [1, 5, 90, 300, 7200, 86_400]
  expect(formatHerhaalschema(seconds)).toBe('1 s, 5 s, 90 s, 5 min, 2 u, 1 d')
  expect(parseHerhaalschema(formatHerhaalschema(seconds))).toEqual({ ok: true, seconds })
})
