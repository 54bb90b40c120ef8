import { once } from 'node:events'
import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import Negotiator from 'negotiator'
import { type Problems, problemResponse } from '#lib/platform/http/problem-json.ts'
import { type Coding, codedTag } from '#lib/platform/negotiation/negotiation.ts'

/** A cached body with its compressed forms. */
export class KeptBody {
  readonly bytes: Buffer
  readonly coded = new Map<Coding, Promise<Buffer>>()

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }
}

/**
 * A response whose body is in memory. `sendResponse` sends it without the two copies that any other response
 * takes, which block the process when many ask for half a megabyte at once.
 */
export class KeptResponse extends Response {
  readonly kept: KeptBody

  constructor(kept: KeptBody, headers: HeadersInit) {
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          controller.enqueue(new Uint8Array(kept.bytes))
          controller.close()
        },
      },
      // Copied only when it is read.
      { highWaterMark: 0 },
    )
    super(body, { headers })
    this.kept = kept
  }
}

const MAX_STALL_MS = 30_000

/**
 * Streams server-sent events, and bytes with a Content-Length with backpressure. Sends any other response
 * whole, with its length.
 *
 * @throws when the stream fails
 */
export async function sendResponse(message: ServerResponse, answer: Response | KeptResponse): Promise<void> {
  message.statusCode = answer.status
  message.setHeaders(answer.headers)
  if ((hasEvents(message) || answer.headers.has('Content-Length')) && !('kept' in answer)) {
    if (!answer.body) return void message.end()
    await sendStream(message, answer.body)
  } else {
    const body = 'kept' in answer ? answer.kept : new KeptBody(Buffer.from(await answer.arrayBuffer()))
    const bytes = await codedFor(message, body)
    // Also for HEAD, where Node.js would not set it.
    if (bytes.length > 0) message.setHeader('Content-Length', bytes.length)
    message.end(bytes)
  }
}

/** A smaller body fits in one packet, so compression gains nothing. */
const LEAST_BYTES = 1_024
const CODABLE = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|yaml)\b)/
/** The Brotli quality that is about as fast as gzip. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
/** Both run in the thread pool. */
const CODERS: Record<Coding, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, QUALITY),
  gzip: (bytes) => promisify(gzip)(bytes),
}
const CODINGS = Object.keys(CODERS) as Coding[]

/** Returns the body in the coding that the client prefers (RFC 9110 section 12.5.3), and sets its headers. */
async function codedFor(message: ServerResponse, { bytes, coded }: KeptBody): Promise<Buffer> {
  const type = String(message.getHeader('Content-Type'))
  if (bytes.length < LEAST_BYTES || !CODABLE.test(type)) return bytes
  const vary = message.getHeader('Vary')
  message.setHeader('Vary', vary ? `${vary}, Accept-Encoding` : 'Accept-Encoding')
  const coding = preferredCoding(message.req.headers['accept-encoding'])
  if (!coding) return bytes

  message.setHeader('Content-Encoding', coding)
  const tag = message.getHeader('ETag')
  if (tag) message.setHeader('ETag', codedTag(String(tag), coding))
  const made = coded.get(coding) ?? CODERS[coding](bytes)
  coded.set(coding, made)
  return made
}

function preferredCoding(header: string | undefined): Coding | undefined {
  if (header === undefined) return undefined
  const accepted = new Negotiator({ headers: { 'accept-encoding': header } }).encodings([...CODINGS, 'identity'])
  return CODINGS.find((coding) => coding === accepted[0])
}

const hasEvents = (message: ServerResponse) => String(message.getHeader('Content-Type')).startsWith('text/event-stream')

/** The minimum pace at which a client reads a response, equal to that of a request body. */
const PACE_MS = 5_000
const LEAST_TAKEN_BYTES = 16 * 1024
/**
 * A credit of three minutes, because the kernel takes a megabyte or more at once, and the next part only when
 * a third of it is sent. A phone on a train (10 kB/s) takes a minute and a half for that.
 */
const MOST_AHEAD_BYTES = 36 * LEAST_TAKEN_BYTES

/**
 * Cuts off a client that reads a response more slowly than that. Time in which there was nothing to send does
 * not count. Server-sent events have their own limit.
 */
export function keepPace(message: ServerResponse): void {
  let ahead = MOST_AHEAD_BYTES
  let seen = message.socket?.bytesWritten ?? 0
  const timer = setInterval(() => {
    const { socket } = message
    if (!socket || hasEvents(message)) return
    const taken = socket.bytesWritten - socket.writableLength
    ahead = Math.min(ahead + taken - seen, MOST_AHEAD_BYTES)
    seen = taken
    if (socket.writableLength > 0) ahead -= LEAST_TAKEN_BYTES
    if (ahead < 0) message.destroy()
  }, PACE_MS)
  message.once('close', () => clearInterval(timer))
}

/**
 * Sends a stream until the client disconnects. A client that reads no event for half a minute is cut off.
 * `pipeline` would notice only at the next event that the client is gone.
 */
async function sendStream(message: ServerResponse, stream: ReadableStream<Uint8Array>): Promise<void> {
  const reader = stream.getReader()
  const gone = message.destroyed ? Promise.resolve() : new Promise<void>((resolve) => message.once('close', resolve))
  const closed = gone.then(() =>
    // `cancel` rejects when the stream failed; `read` rejects too.
    reader.cancel().catch(() => {}),
  )
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    const written = Promise.withResolvers<void>()
    const hasRoom = message.write(value, (error) => error || written.resolve())
    if (!hasEvents(message)) {
      await Promise.race([written.promise, closed])
      continue
    }
    if (hasRoom) continue
    const stalled = setTimeout(() => message.destroy(), MAX_STALL_MS)
    await Promise.race([once(message, 'drain'), closed])
    clearTimeout(stalled)
  }
  message.end()
}

const UNREADABLE_PROBLEMS = {
  request_malformed: { status: 400, detail: 'This is not a valid HTTP/1.1 request.' },
  request_timeout: { status: 408, detail: 'The request was not completed in time.' },
  headers_too_large: { status: 431, detail: 'Send at most 16 KiB of headers.' },
} as const satisfies Problems

export function unreadable(code: keyof typeof UNREADABLE_PROBLEMS): Response {
  return problemResponse({ code, ...UNREADABLE_PROBLEMS[code] })
}

/** Refusals by the error code of Node.js. */
const CODES: Record<string, keyof typeof UNREADABLE_PROBLEMS> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
}

/** Answers bytes that Node.js could not parse as a request with a problem, and closes the connection. */
export async function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): Promise<void> {
  const { code: cause = '' } = error
  if (cause === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const answer = unreadable(CODES[cause] ?? 'request_malformed')
  const body = Buffer.from(await answer.arrayBuffer())
  const headers = [...answer.headers, ['connection', 'close'], ['content-length', String(body.byteLength)]]
  const head = [`HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}`, ...headers.map((pair) => pair.join(': '))]
  socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]))
}
