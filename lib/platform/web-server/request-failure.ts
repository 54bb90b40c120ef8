import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { internalErrorResponse, overloadedResponse } from '#lib/platform/http/problem-json.ts'
import { perProcess } from '#lib/platform/once.ts'

/** Codes of Prisma: pool or transaction timeout, deadlock, server unreachable. */
const PRISMA = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034']
/** Codes of PostgreSQL: connection errors, too many connections, deadlock, timeout, shutdown or start-up. */
const SQLSTATE = /^(?:08\w{3}|40P01|53300|55P03|57014|57P0[1-3])$/
const SYSTEM = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN']
/** Prisma's adapter gives kinds instead of codes. */
const KINDS = ['DatabaseNotReachable', 'ConnectionClosed', 'TooManyConnections', 'SocketTimeout']
/** An S3 that is unreachable or fails. */
const STORE = /^s3_(?:unreachable|5\d\d)$/
/** Errors of pg without a code. */
const MESSAGES =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

type DatabaseError = {
  code?: unknown
  message?: unknown
  meta?: { driverAdapterError?: { cause?: { kind?: unknown; originalCode?: unknown } } }
}

/** True for an error of pg, Prisma or an S3 that may disappear on a retry. */
export function isUnavailable(error: unknown): boolean {
  const { code, message, meta } = (error ?? {}) as DatabaseError
  const { kind, originalCode } = meta?.driverAdapterError?.cause ?? {}
  const codes = [code, kind, originalCode].map(String)
  return (
    codes.some((one) => [...PRISMA, ...SYSTEM, ...KINDS].includes(one) || SQLSTATE.test(one) || STORE.test(one)) ||
    MESSAGES.test(String(message))
  )
}

/** Returns the response to a failed API request: 503 when a retry can succeed, otherwise 500. */
export function failedResponse(error: unknown): Response {
  return isUnavailable(error) ? overloadedResponse() : internalErrorResponse()
}

const INTERNAL_ERROR = 500

/** The failure of the current request. Next.js has its own copy of this code, so both share this store. */
const failures = () => perProcess('request-failures', () => new AsyncLocalStorage<{ isUnavailable: boolean }>())

/** Called for each error that a page or an action throws, before Next.js answers 500. */
export function noteFailure(error: unknown): void {
  const failure = failures().getStore()
  if (failure && isUnavailable(error)) failure.isUnavailable = true
}

/**
 * The reason for another response than the route's.
 *
 * - `full`: no place in the lane; the request had no effect
 * - `unknown`: it took too long
 * - `unavailable`: the database took too long or cannot be reached
 * - `fault`: a bug of ours
 * - `too_large`, `cut_off`: its body was not read completely; it had no effect
 */
export type Why = 'full' | 'unknown' | 'unavailable' | 'fault' | 'too_large' | 'cut_off'

/** The reasons for statuses whose response a browser would show as JSON or as "Internal Server Error". */
export const REASONS: Record<number, Why> = { 408: 'cut_off', 413: 'too_large', 500: 'fault', 503: 'unknown' }

/**
 * Runs `handle`, and calls `instead` when it is about to send an error that a person cannot read. A program
 * gets another response only when its POST failed because the database was unavailable: a retry can then
 * succeed.
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
    // A response that was cut off is replaced already.
    if (why && !response.destroyed) instead(why)
    return writeHead(...args)
  }
  return failures().run(failure, handle)
}
