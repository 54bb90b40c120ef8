import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

/** Runs `code` in a process that logs all output; returns its log lines and exit code. */
async function run(code: string) {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { logAllOutput } from './lib/platform/log-all-output.ts'
       import { createLogger } from './lib/platform/logger.ts'
       logAllOutput(createLogger('test', undefined, 'debug'))
       ${code}`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const [stdout, stderr, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return {
    lines: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
    stdout,
    stderr,
    exitCode,
  }
}

test('console output of a library becomes a log line of the same level, with its first words', async () => {
  const { lines, stderr } = await run(`
    for (const method of ['debug', 'log', 'info', 'warn', 'error', 'dir', 'trace']) console[method]('Something happened')`)
  expect(stderr).toBe('')
  expect(lines).toMatchObject(
    [20, 30, 30, 40, 50, 20, 50].map((level) => ({ level, time: expect.any(Number), msg: 'Said by a library' })),
  )
  expect(lines.slice(0, 6).every(({ untrusted }) => untrusted === 'Something happened')).toBe(true)
})

test.each([
  ['Failed to find Server Action "EVIL words"', 'Failed to find Server Action'],
  ['internal image response failed for /EVIL.png 404', 'internal image response failed for'],
  ['\u001B[31m⨯\u001B[39m Failed: EVIL', 'Failed'],
  ['"EVIL words" is not valid JSON', undefined],
  ['`EVIL` header does not match', undefined],
  ['999990342', undefined],
  [`Too long ${'a'.repeat(1000)}`, `Too long ${'a'.repeat(71)}`],
])('the output %j is kept as %j', async (said, untrusted) => {
  const { lines, stdout } = await run(`console.error(${JSON.stringify(said)})`)
  expect(lines[0]?.untrusted).toBe(untrusted)
  expect(stdout).not.toMatch(/EVIL|999990342/)
})

test('the first of several arguments that has words is kept', async () => {
  const { lines, stdout } = await run(`console.error('⨯', 'Failed', 'EVIL words')`)
  expect(lines[0]?.untrusted).toBe('Failed')
  expect(stdout).not.toContain('EVIL')
})

test('an error keeps its type and stack, without its message', async () => {
  const { lines, stdout } = await run(`
    class BrokenError extends Error {}
    console.error('Failed', new BrokenError('EVIL'), { EVIL: 'EVIL' })`)
  expect(lines).toMatchObject([{ level: 50, untrusted: 'Failed', err: { name: 'BrokenError' } }])
  expect(stdout).not.toContain('EVIL')
})

test('a warning of Node.js becomes a log line with its code', async () => {
  const { lines, stderr } = await run(`process.emitWarning('EVIL', 'DeprecationWarning', 'DEP0204')`)
  expect(lines).toMatchObject([{ level: 40, err: { name: 'DeprecationWarning', code: 'DEP0204' } }])
  expect(stderr).toBe('')
})

test.each([
  ['an exception', `setTimeout(() => { throw new RangeError('No room for "EVIL"') })`],
  ['a rejection', `setTimeout(() => Promise.reject(new RangeError('No room for "EVIL"')))`],
])('%s that nothing catches ends the process with a log line, and no other stack', async (_, code) => {
  const { lines, stdout, stderr, exitCode } = await run(code)
  expect(exitCode).toBe(1)
  expect(lines).toMatchObject([{ level: 50, untrusted: 'No room for', err: { name: 'RangeError' } }])
  expect(stdout + stderr).not.toContain('EVIL')
  expect(stderr).toBe('')
})

test('an uncaught exception does not end a process with another handler, such as that of Next.js', async () => {
  const { lines, exitCode } = await run(`
    process.on('uncaughtException', (err) => console.error(err))
    setTimeout(() => { throw new RangeError('EVIL') })
    setTimeout(() => console.log('Still here'), 1)`)
  expect(exitCode).toBe(0)
  expect(lines).toMatchObject([{ err: { name: 'RangeError' } }, { untrusted: 'Still here' }])
})

test.each([
  [`'EVIL'`, 'string'],
  ['null', 'object'],
])('throw %s, which is no error, ends the process with a line too', async (thrown, name) => {
  const { lines, stdout, stderr, exitCode } = await run(`setTimeout(() => { throw ${thrown} })`)
  expect([exitCode, stderr]).toEqual([1, ''])
  expect(lines).toMatchObject([{ level: 50, err: { name } }])
  expect(stdout).not.toContain('EVIL')
})
