import { expect, test } from 'vitest'
import { z } from 'zod'
import { ALWAYS, ConfigurationError, flag, parseEnv } from './env.ts'

test('every problem is reported at once, without any value', () => {
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

test('problems of shared variables and of repeated secrets are reported too', () => {
  const source = { LOG_LEVEL: 'loud', ZAAKSYSTEEM_AUTH_SECRET: 'een', PUBLIEKSPORTAAL_AUTH_SECRET: 'een' }
  const read = () => parseEnv(z.object({ EEN_URL: z.url() }), source)
  expect(read).toThrow(/LOG_LEVEL: .*EEN_URL: .*PUBLIEKSPORTAAL_AUTH_SECRET: must be another secret/s)
})

test.each(['MAILBOX_DEMO_ONLY', 'PHONE_DEMO_ONLY', 'REGIE_DEMO_ONLY'])('%s is refused outside the demo', (variable) => {
  const read = (DEMO: string) => parseEnv(z.object(), { DEMO, [variable]: 'http://127.0.0.1/file.json' })
  expect(() => read('1')).not.toThrow()
  expect(() => read('')).toThrow(`${variable}: is only allowed together with DEMO=1`)
})

test('a check between variables runs even if one of them is invalid by itself', () => {
  const schema = z
    .object({ EEN_URL: z.url(), EEN_NAAM: z.string().optional() })
    .refine(({ EEN_NAAM }) => EEN_NAAM, { path: ['EEN_NAAM'], message: 'EEN_URL needs it', ...ALWAYS })
  expect(() => parseEnv(schema, {})).toThrow(/EEN_URL: .*EEN_NAAM: EEN_URL needs it/s)
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

test('a flag that is neither on nor off is refused', () => {
  expect(flag.safeParse('yes').success).toBe(false)
})
