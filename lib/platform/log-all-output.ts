import { stripVTControlCharacters, types } from 'node:util'
import type { LogFields, Logger } from './logger.ts'

const LEVELS = { debug: 'debug', dir: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const

/**
 * The start of a sentence, up to its first digit, quote, slash or other sign, because quoted client data
 * comes after that.
 */
const FIRST_WORDS = /^[^A-Za-z'"`]*([A-Za-z][A-Za-z ,.-]{0,79})/

/**
 * Turns all output of this process into lines of `log`: console output of libraries, warnings of Node.js, and
 * the error that ends the process. Libraries quote client data, so only the first words are kept, in the
 * field `untrusted`. Call it before loading them: some keep a reference to the console.
 */
export function logAllOutput(log: Logger): void {
  for (const [method, level] of Object.entries(LEVELS) as [keyof typeof LEVELS, (typeof LEVELS)['log']][]) {
    console[method] = (...said: unknown[]) => log[level](fieldsOf(said), 'Said by a library')
  }
  // The default listener prints warnings.
  process.removeAllListeners('warning')
  process.on('warning', (err) => log.warn({ err }, 'Warned by Node.js'))
  process.on('uncaughtException', function end(err) {
    // Next.js has its own listener, which only writes to the console: one failing page must not end all
    // others.
    if (process.listeners('uncaughtException').some((listener) => listener !== end)) return
    // The only place where an error's message is logged: without it the cause of the exit would be unknown.
    log.error({ err, untrusted: firstWords([err?.message]) }, 'Ended by an error that nothing caught')
    process.exit(1)
  })
}

function fieldsOf(said: unknown[]): LogFields {
  const texts = said.filter((part) => typeof part === 'string')
  return { err: said.find((part) => types.isNativeError(part)), untrusted: firstWords(texts) }
}

function firstWords(texts: string[]): string | undefined {
  return FIRST_WORDS.exec(stripVTControlCharacters(texts.join('\n')))?.[1]?.trim()
}
