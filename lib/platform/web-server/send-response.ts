import { once } from 'node:events'
import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Problems, problemResponse } from '../http/problem-json.ts'
import type { KeptResponse } from './kept-response.ts'

const MAX_STALL_MS = 30_000

/**
 * Sends server-sent events as they come, until they end or the client goes, and any other answer whole, with its length.
 *
 * @throws when the stream breaks off
 */
export async function sendResponse(message: ServerResponse, answer: Response | KeptResponse): Promise<void> {
  message.statusCode = answer.status
  message.setHeaders(answer.headers)
  if (answer.headers.get('Content-Type')?.startsWith('text/event-stream') && answer.body) {
    await sendStream(message, answer.body)
  } else {
    message.end('kept' in answer ? answer.kept : Buffer.from(await answer.arrayBuffer()))
  }
}

/**
 * Until its client goes, or takes nothing for half a minute: it is cut off then, so that it holds nothing up. `pipeline`
 * would notice that the client is gone at the next event only.
 */
async function sendStream(message: ServerResponse, stream: ReadableStream<Uint8Array>): Promise<void> {
  const reader = stream.getReader()
  const gone = message.destroyed ? Promise.resolve() : new Promise<void>((resolve) => message.once('close', resolve))
  const closed = gone.then(() =>
    // `cancel` fails when the stream broke off, which `read` tells too.
    reader.cancel().catch(() => {}),
  )
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    if (message.write(value)) continue
    const stalled = setTimeout(() => message.destroy(), MAX_STALL_MS)
    await Promise.race([once(message, 'drain'), closed])
    clearTimeout(stalled)
  }
  message.end()
}

const UNREADABLE_PROBLEMS = {
  request_malformed: { status: 400, title: 'Bad request', detail: 'This is no request in HTTP/1.1.' },
  request_timeout: { status: 408, title: 'Request timeout', detail: 'The request did not come to its end.' },
  headers_too_large: { status: 431, title: 'Headers too large', detail: 'Send 16 KiB of headers at most.' },
} as const satisfies Problems

/** The refusals by the codes of Node.js. */
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
