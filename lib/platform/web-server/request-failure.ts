import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { perProcess } from '../once.ts'
import { isUnavailable } from './is-unavailable.ts'

const INTERNAL_ERROR = 500

/**
 * The failure of the present request. Next.js reports it in its own copy of this code, so both copies share
 * the store.
 */
const failures = () => perProcess('request-failures', () => new AsyncLocalStorage<{ isUnavailable: boolean }>())

/** Called for each error that a page or an action throws, before Next.js answers 500. */
export function noteFailure(error: unknown): void {
  const failure = failures().getStore()
  if (failure && isUnavailable(error)) failure.isUnavailable = true
}

/**
 * Why a request does not get its own answer. `full`: it found no place, so nothing of it was done. `unknown`:
 * it took too long. `unavailable`: the database took too long, or is not there. `fault`: it failed by a fault
 * of ours. `too_large` and `cut_off`: its body was not read to its end, so nothing of it was done.
 */
export type Why = 'full' | 'unknown' | 'unavailable' | 'fault' | 'too_large' | 'cut_off'

/**
 * The reasons by the statuses of answers that a browser would show as JSON, or as no more than "Internal
 * Server Error".
 */
export const REASONS: Record<number, Why> = { 408: 'cut_off', 413: 'too_large', 500: 'fault', 503: 'unknown' }

/**
 * Runs `handle`, and calls `instead` when it is about to answer what a person cannot read; for a program only
 * when it is about to answer 500 to an act because the database could not do it in time, since an act that
 * can succeed later is no fault.
 */
export function orInstead(
  { method }: IncomingMessage,
  response: ServerResponse,
  { handle, hasPage, instead }: { handle: () => unknown; hasPage: boolean; instead: (why: Why) => void },
): unknown {
  if (method !== 'POST' && !hasPage) return handle()
  const failure = { isUnavailable: false }
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse
  response.writeHead = (...args: unknown[]) => {
    const status = typeof args[0] === 'number' ? args[0] : response.statusCode
    const isLater = failure.isUnavailable && status >= INTERNAL_ERROR
    const why = isLater ? 'unavailable' : hasPage ? REASONS[status] : undefined
    // A response that was cut off has got its other answer.
    if (why && !response.destroyed) instead(why)
    return writeHead(...args)
  }
  return failures().run(failure, handle)
}
