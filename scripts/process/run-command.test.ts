import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { ConfigurationError } from '#lib/platform/env.ts'
import { type Ending, runCommand } from './run-command.ts'

const { argv, exitCode } = process
let said: string[]
let closed: number
beforeEach(() => {
  said = []
  closed = 0
  vi.spyOn(console, 'log').mockImplementation((...words) => said.push(`out: ${words.join(' ')}`))
  vi.spyOn(console, 'error').mockImplementation((...words) => said.push(`err: ${words.join(' ')}`))
})
afterEach(() => {
  vi.restoreAllMocks()
  process.argv = argv
  process.exitCode = exitCode
})

/** Runs a command that requires `--word`. */
async function command(args: string[], run: (word: string) => Ending | Promise<Ending>, open = () => {}) {
  process.argv = ['node', 'command', ...args]
  await runCommand({
    usage: 'Usage',
    options: { word: { type: 'string' } },
    schema: z.object({ word: z.string() }),
    open() {
      open()
      return { close: async () => void closed++ }
    },
    run: async (_, { word }) => run(word),
  })
  return process.exitCode
}

test('a success prints its message to standard output and closes the context', async () => {
  expect(await command(['--word', 'x'], (word) => ({ ok: true, message: `Ready: ${word}` }))).toBe(exitCode)
  expect([said, closed]).toEqual([['out: Ready: x'], 1])
})

test('a failure prints its message to standard error and exits with 1', async () => {
  expect(await command(['--word', 'x'], () => ({ ok: false, message: 'Not now.' }))).toBe(1)
  expect([said, closed]).toEqual([['err: Not now.'], 1])
})

test('an unexpected error is logged without its message, after the context is closed', async () => {
  expect(await command(['--word', 'x'], () => Promise.reject(new TypeError('Key (bsn)=(999990342)')))).toBe(1)
  expect(JSON.parse(said.join().slice('err: '.length))).toMatchObject({
    level: 50,
    msg: 'The command failed',
    err: { name: 'TypeError' },
  })
  expect([said.join().includes('999990342'), closed]).toEqual([false, 1])
})

test('an invalid configuration is reported without a stack', async () => {
  const open = () => {
    throw new ConfigurationError(['X: is missing'])
  }
  expect(await command(['--word', 'x'], () => ({ ok: true, message: '' }), open)).toBe(1)
  expect(said).toEqual(['err: The configuration is not complete:\n  - X: is missing'])
})

test.each([[[]], [['--other', 'x']], [['--word']], [['x']]])(
  'the arguments %j print the usage, and open no context',
  async (args) => {
    expect(
      await command(
        args,
        () => ({ ok: true, message: '' }),
        () => expect.fail(),
      ),
    ).toBe(2)
    expect(said).toEqual(['err: Usage'])
  },
)
