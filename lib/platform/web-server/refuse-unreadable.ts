import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Problems, problemResponse } from '../http/problem-json.ts'

const UNREADABLE_PROBLEMS = {
  request_malformed: { status: 400, title: 'Bad request', detail: 'This is no request in HTTP/1.1.' },
  request_timeout: { status: 408, title: 'Request timeout', detail: 'The request did not come to its end.' },
  headers_too_large: { status: 431, title: 'Headers too large', detail: 'Send 16 KiB of headers at most.' },
} as const satisfies Problems

/** By the codes of Node.js. */
const CODES: Record<string, keyof typeof UNREADABLE_PROBLEMS> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
}

/** Answers what Node.js could not read as a request, which it would refuse without a word, and closes the connection. */
export async function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): Promise<void> {
  const { code: cause = '' } = error
  if (cause === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const code = CODES[cause] ?? 'request_malformed'
  const answer = problemResponse({ code, ...UNREADABLE_PROBLEMS[code] })
  const body = Buffer.from(await answer.arrayBuffer())
  const headers = [...answer.headers, ['connection', 'close'], ['content-length', String(body.byteLength)]]
  const head = [`HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}`, ...headers.map((pair) => pair.join(': '))]
  socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]))
}
