import type { Wait } from '../clock.ts'
import { SECOND_MS } from '../durations.ts'
import { ConfigurationError } from '../env.ts'
import type { Logger } from '../logger.ts'

const RETRY_MS = SECOND_MS

/**
 * Resolves with the result of `ask` once the database answers; processes and database may start in any order.
 * `undefined` when `signal` aborts before. Throws a ConfigurationError of `ask` at once.
 *
 * @param options.meanwhile the log message for each failure
 */
export async function untilAnswered<T>(
  { log, wait }: { log: Logger; wait: Wait },
  { ask, meanwhile, signal }: { ask: () => Promise<T>; meanwhile: string; signal?: AbortSignal },
): Promise<T | undefined> {
  while (!signal?.aborted) {
    try {
      return await ask()
    } catch (err) {
      if (err instanceof ConfigurationError) throw err
      log.warn({ err }, meanwhile)
      await wait(RETRY_MS, signal)
    }
  }
  return undefined
}
