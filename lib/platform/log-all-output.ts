import { stripVTControlCharacters, types } from 'node:util'
import type { LogFields, Logger } from './logger.ts'

const LEVELS = { debug: 'debug', dir: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const

/**
 * How a sentence begins, up to its first digit, quote, slash or other sign: what a client sent comes after
 * that.
 */
const FIRST_WORDS = /^[^A-Za-z'"`]*([A-Za-z][A-Za-z ,.-]{0,79})/

/**
 * From now on everything that this process prints is a line of `log`: what libraries write to the console,
 * warnings of Node.js, and the error that ends the process. Libraries quote what a client sent, so only the
 * first words are kept, in the field `untrusted`. Call it before loading them: some keep the console of that
 * moment.
 */
export function logAllOutput(log: Logger): void {
  for (const [method, level] of Object.entries(LEVELS) as [keyof typeof LEVELS, (typeof LEVELS)['log']][]) {
    console[method] = (...said: unknown[]) => log[level](fieldsOf(said), 'Said by a library')
  }
  // The default listener prints them.
  process.removeAllListeners('warning')
  process.on('warning', (err) => log.warn({ err }, 'Warned by Node.js'))
  process.on('uncaughtException', function end(err) {
    // Next.js has a listener of its own, which only writes to the console: a page that fails must not end the
    // others.
    if (process.listeners('uncaughtException').some((listener) => listener !== end)) return
    // The only message of an error that is read: without it nobody would know why the process does not run.
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
