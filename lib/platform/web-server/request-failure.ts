import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { perProcess } from '../once.ts'
import { isUnavailable } from './is-unavailable.ts'

const INTERNAL_ERROR = 500

/** The failure of the present request. Next.js reports it in its own copy of this code, so both copies share the store. */
const failures = () => perProcess('request-failures', () => new AsyncLocalStorage<{ isUnavailable: boolean }>())

/** Called for each error that a page or an action throws, before Next.js answers 500. */
export function noteFailure(error: unknown): void {
  const failure = failures().getStore()
  if (failure && isUnavailable(error)) failure.isUnavailable = true
}

/**
 * Runs `handle`, and calls `instead` when it is about to answer 500 because the database could not do in time what was
 * asked: an act that can succeed later is no fault.
 */
export function orUnavailable(
  { method }: IncomingMessage,
  response: ServerResponse,
  { handle, instead }: { handle: () => unknown; instead: () => void },
): unknown {
  // A page that only reads has an error page of its own, within its menu.
  if (method !== 'POST') return handle()
  const failure = { isUnavailable: false }
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse
  response.writeHead = (...args: unknown[]) => {
    const status = typeof args[0] === 'number' ? args[0] : response.statusCode
    if (failure.isUnavailable && status >= INTERNAL_ERROR) instead()
    return writeHead(...args)
  }
  return failures().run(failure, handle)
}
