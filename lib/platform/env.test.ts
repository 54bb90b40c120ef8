import { expect, test } from 'vitest'
import { z } from 'zod'
import { ConfigurationError, flag, parseEnv } from './env.ts'

test('every problem is told at once, and no value is', () => {
  const schema = z.object({ EEN_URL: z.url(), EEN_SLEUTEL: z.string().min(32, 'needs at least 32 characters') })
  const read = () => parseEnv(schema, { EEN_URL: 'geen-adres', EEN_SLEUTEL: 'te-kort-geheim' })
  expect(read).toThrow(ConfigurationError)
  try {
    read()
  } catch (error) {
    const { problems, message } = error as ConfigurationError
    expect(problems).toEqual(['EEN_URL: Invalid URL', 'EEN_SLEUTEL: needs at least 32 characters'])
    expect(message).not.toMatch(/geen-adres|te-kort-geheim/)
  }
})

test.each([
  ['1', true],
  ['true', true],
  ['0', false],
  ['', false],
  [undefined, false],
])('the flag %j is %j', (text, on) => {
  expect(flag.parse(text)).toBe(on)
})

test('a flag that is neither on nor off is refused rather than taken for off', () => {
  expect(flag.safeParse('yes').success).toBe(false)
})
