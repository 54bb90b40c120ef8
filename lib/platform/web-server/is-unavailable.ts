import { internalErrorResponse, overloadedResponse } from '../http/problem-json.ts'

/** Prisma's own: no place in the pool, no transaction in time, a deadlock, or the server gone. */
const PRISMA = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034']
/**
 * PostgreSQL: connection exceptions, too many connections, a server that stops or starts, a deadlock, and a
 * lock or a statement that took longer than the server allows.
 */
const SQLSTATE = /^(?:08\w{3}|40P01|53300|55P03|57014|57P0[1-3])$/
const SYSTEM = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN']
/** Prisma's adapter gives kinds instead of codes. */
const KINDS = ['DatabaseNotReachable', 'ConnectionClosed', 'TooManyConnections', 'SocketTimeout']
/** A store of bytes that does not answer, or fails. */
const STORE = /^s3_(?:unreachable|5\d\d)$/
/** pg gives these no code. */
const MESSAGES =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

type DatabaseError = {
  code?: unknown
  message?: unknown
  meta?: { driverAdapterError?: { cause?: { kind?: unknown; originalCode?: unknown } } }
}

/**
 * True for an error of pg, Prisma or an S3 that says that it cannot be asked now, rather than that the
 * request is wrong.
 */
export function isUnavailable(error: unknown): boolean {
  const { code, message, meta } = (error ?? {}) as DatabaseError
  const { kind, originalCode } = meta?.driverAdapterError?.cause ?? {}
  const codes = [code, kind, originalCode].map(String)
  return (
    codes.some((one) => [...PRISMA, ...SYSTEM, ...KINDS].includes(one) || SQLSTATE.test(one) || STORE.test(one)) ||
    MESSAGES.test(String(message))
  )
}

/** The answer to a machine whose request failed: 503 when it can succeed later, 500 for a fault of ours. */
export function failedResponse(error: unknown): Response {
  return isUnavailable(error) ? overloadedResponse() : internalErrorResponse()
}
