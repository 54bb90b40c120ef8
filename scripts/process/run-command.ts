import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { z } from 'zod'
import { ConfigurationError } from '#lib/platform/env.ts'
import { createLogger } from '#lib/platform/logger.ts'

const EXIT_FAILED = 1
const EXIT_USAGE = 2

/** The result of a command. `message` goes to standard output on success, else to standard error. */
export type Ending = { ok: boolean; message: string }

/**
 * Runs a command-line command. The process exits with 0, with 1 when it failed, or with 2 after wrong
 * arguments.
 */
export async function runCommand<Context extends { close(): Promise<void> }, Arguments>({
  usage,
  options,
  schema,
  open,
  run,
}: {
  usage: string
  options: NonNullable<ParseArgsConfig['options']>
  /** checks the values of the options */
  schema: z.ZodType<Arguments>
  open: () => Context
  run: (context: Context, given: Arguments) => Promise<Ending>
}): Promise<void> {
  const given = readArguments(options, schema)
  if (!given) {
    console.error(usage)
    process.exitCode = EXIT_USAGE
    return
  }
  try {
    const context = open()
    const { ok, message } = await run(context, given.value).finally(() => context.close())
    if (ok) console.log(message)
    else fail(message)
  } catch (error) {
    if (error instanceof ConfigurationError) fail(error.message)
    else failUnexpectedly(error)
  }
}

function readArguments<Arguments>(options: ParseArgsConfig['options'], schema: z.ZodType<Arguments>) {
  try {
    return { value: schema.parse({ ...parseArgs({ options }).values }) }
  } catch {
    return undefined
  }
}

function fail(reason: string) {
  console.error(reason)
  process.exitCode = EXIT_FAILED
}

/** Logged without its message, because an error may quote data of the database. */
function failUnexpectedly(err: unknown) {
  createLogger('command', { write: (line) => console.error(line.trimEnd()) }, 'error').error(
    { err },
    'The command failed',
  )
  process.exitCode = EXIT_FAILED
}
