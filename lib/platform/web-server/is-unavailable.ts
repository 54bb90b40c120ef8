import { internalErrorResponse, overloadedResponse } from '../http/problem-json.ts'

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
