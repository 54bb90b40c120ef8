import { expect, test } from 'vitest'
import { createLogger } from './logger.ts'

const SECRETS = ['999990342', 'J. de Vries', 'j.devries@voorbeeld.nl', 'eyJhbGciOiJFUzI1NiJ9.e30.c2ln', 'wachtwoord123']

// The test run sets the log level to silent, so these tests pass their own level and destination.
function capture(write: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = []
  const log = createLogger('proef', { write: (line) => lines.push(line) }, 'debug')
  write(log)
  return lines.join('')
}

test('a field that is not on the list is never logged', () => {
  const fields = Object.fromEntries(SECRETS.map((secret, index) => [`veld${index}`, secret]))
  const output = capture((log) => log.info({ ...fields, zaakId: 'z-1' } as never, 'Done'))
  for (const secret of SECRETS) expect(output).not.toContain(secret)
  expect(JSON.parse(output)).toMatchObject({ zaakId: 'z-1', msg: 'Done' })
})

test('an error is logged with its stack, without its message, which may quote data', () => {
  const error = Object.assign(new Error(`duplicate key: ${SECRETS.join(' ')}`, { cause: new Error(SECRETS[0]) }), {
    code: '23505',
    detail: SECRETS[1],
    query: SECRETS[2],
  })
  const output = capture((log) => log.error({ err: error }, 'Failed'))
  for (const secret of SECRETS) expect(output).not.toContain(secret)
  expect(JSON.parse(output).err).toMatchObject({ name: 'Error', code: '23505' })
  expect(JSON.parse(output).err.stack).toContain('logger.test.ts')
})

test('an error without a code gets that of its cause, as fetch needs', () => {
  const cause = Object.assign(new Error(SECRETS[0]), { code: 'CERT_HAS_EXPIRED' })
  const output = capture((log) => log.error({ err: new TypeError('fetch failed', { cause }) }, 'Failed'))
  expect(output).not.toContain(SECRETS[0])
  expect(JSON.parse(output).err).toMatchObject({ name: 'TypeError', code: 'CERT_HAS_EXPIRED' })
})

test('no line of a multi-line message is logged', () => {
  const error = new Error(`first\nKey (bsn)=(${SECRETS[0]})\n    at ${SECRETS[1]}`)
  const output = capture((log) => log.error({ err: error }, 'Failed'))
  for (const secret of SECRETS) expect(output).not.toContain(secret)
})

test('a thrown value that is no error logs only its type', () => {
  const output = capture((log) => log.error({ err: SECRETS[0] }, 'Failed'))
  expect(output).not.toContain(SECRETS[0])
  expect(JSON.parse(output).err).toEqual({ name: 'string' })
})

test('an error whose class sets no name is logged with the class name', () => {
  class BrokenError extends Error {}
  expect(JSON.parse(capture((log) => log.error({ err: new BrokenError() }, 'Failed'))).err.name).toBe('BrokenError')
})
