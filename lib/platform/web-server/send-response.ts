import { once } from 'node:events'
import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import Negotiator from 'negotiator'
import { type Problems, problemResponse } from '../http/problem-json.ts'
import { type Coding, codedTag } from '../negotiation/entity-tag.ts'
import { KeptBody, type KeptResponse } from './kept-response.ts'

const MAX_STALL_MS = 30_000

/**
 * Sends server-sent events as they come, until they end or the client goes; bytes that say their own length
 * as they are taken, so that their stream is asked for more once all before it was written to the connection;
 * any other answer whole, with its length.
 *
 * @throws when the stream breaks off
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
    // Node.js would say it of an answer with a body only, and HEAD says what GET would.
    if (bytes.length > 0) message.setHeader('Content-Length', bytes.length)
    message.end(bytes)
  }
}

/** Less does not pay, and a packet holds it anyway. */
const LEAST_BYTES = 1_024
const CODABLE = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|yaml)\b)/
/** The Brotli quality that is about as fast as gzip. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
/** Both work in threads of their own. */
const CODERS: Record<Coding, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, QUALITY),
  gzip: (bytes) => promisify(gzip)(bytes),
}
const CODINGS = Object.keys(CODERS) as Coding[]

/**
 * The body in the coding that the client likes best (RFC 9110 section 12.5.3), and the headers that say so.
 */
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

/** So much of an answer is taken in so long, as much as of a body comes in. */
const PACE_MS = 5_000
const LEAST_TAKEN_BYTES = 16 * 1024
/**
 * Three minutes of it may be taken ahead. The kernel takes a megabyte or more at once, and the next only when
 * a third of that was sent, which takes a phone on a train (10 kB/s) a minute and a half.
 */
const MOST_AHEAD_BYTES = 36 * LEAST_TAKEN_BYTES

/**
 * Cuts a client off that takes an answer more slowly than that. The time in which there was nothing to take,
 * because we had not made it yet, does not count. Events, which come when they come, have a rule of their
 * own.
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
 * Until its client goes, or takes no event for half a minute: it is cut off then, so that it holds nothing
 * up. `pipeline` would notice that the client is gone at the next event only.
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
  request_malformed: { status: 400, detail: 'This is no request in HTTP/1.1.' },
  request_timeout: { status: 408, detail: 'The request did not come to its end.' },
  headers_too_large: { status: 431, detail: 'Send 16 KiB of headers at most.' },
} as const satisfies Problems

export function unreadable(code: keyof typeof UNREADABLE_PROBLEMS): Response {
  return problemResponse({ code, ...UNREADABLE_PROBLEMS[code] })
}

/** The refusals by the codes of Node.js. */
const CODES: Record<string, keyof typeof UNREADABLE_PROBLEMS> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
}

/**
 * Answers what Node.js could not read as a request, which it would refuse without a word, and closes the
 * connection.
 */
export async function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): Promise<void> {
  const { code: cause = '' } = error
  if (cause === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const answer = unreadable(CODES[cause] ?? 'request_malformed')
  const body = Buffer.from(await answer.arrayBuffer())
  const headers = [...answer.headers, ['connection', 'close'], ['content-length', String(body.byteLength)]]
  const head = [`HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}`, ...headers.map((pair) => pair.join(': '))]
  socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]))
}
