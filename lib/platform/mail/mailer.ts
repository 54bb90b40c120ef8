import { connect, type Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { SMTPTransportGetSocket } from 'nodemailer/lib/smtp-transport'
import { MINUTE_MS } from '#lib/platform/durations.ts'
import { isLoopbackHost } from '#lib/platform/http/network.ts'
import { DELIVER_LIMIT_MS, type Delivery, failedDelivery } from './delivery.ts'

/** More than the greeting and a TLS handshake with a long chain of certificates. */
const FIRST_BYTES = 64 * 1024
/** The ports of RFC 8314 and RFC 6409. */
const PORTS = { secure: 465, startsPlain: 587 }

type Server = { host?: string | undefined; port?: string | number | undefined; secure?: boolean | undefined }

/**
 * Connects to a mail server that may send at most `FIRST_BYTES` more than it receives. nodemailer scans its
 * whole buffer again for each line, so a megabyte of empty lines would take a minute of processor time.
 */
function connectBounded(
  { host = 'localhost', port, secure, limitMs }: Server & { limitMs: number },
  callback: (error: Error | null, options?: { connection: Socket }) => void,
): void {
  const socket = connect({ host, port: Number(port ?? (secure ? PORTS.secure : PORTS.startsPlain)) })
  const timer = setTimeout(() => socket.destroy(new Error('The mail server did not answer')), limitMs)
  const fail = (error: Error) => {
    clearTimeout(timer)
    callback(error)
  }
  socket.once('error', fail).once('connect', () => {
    clearTimeout(timer)
    socket.off('error', fail)
    // nodemailer declares a socket, but uses only a stream and `setTimeout`.
    callback(null, { connection: new BoundedConnection(socket) as unknown as Socket })
  })
}

/** A Duplex and not a `net.Socket`: TLS reads from the handle below a socket, past this limit. */
class BoundedConnection extends Duplex {
  readonly #socket: Socket

  constructor(socket: Socket) {
    super({ allowHalfOpen: false })
    this.#socket = socket
    socket.on('data', (chunk) => {
      if (socket.bytesRead <= FIRST_BYTES + socket.bytesWritten) this.push(chunk)
      else this.destroy(new Error('The mail server says more than it was asked'))
    })
    socket.on('end', () => this.push(null))
    socket.on('error', (error) => this.destroy(error))
    socket.on('timeout', () => this.emit('timeout'))
  }

  setTimeout(ms: number): void {
    this.#socket.setTimeout(ms)
  }

  // Data is pushed on arrival, because the limit keeps it small.
  override _read(): void {}

  override _write(chunk: Buffer, encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#socket.write(chunk, encoding, done)
  }

  override _final(done: () => void): void {
    this.#socket.end(() => done())
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#socket.destroy()
    done(error)
  }
}

/** A mail server that does not answer may not hold up a shutdown for long. */
const TIMEOUTS = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 }
/** The limit of `send`, for a server that trickles its replies. */
const SEND_LIMIT_MS = MINUTE_MS

export type Mail = {
  from: string | { name: string; address: string }
  to: string[]
  /** address for delivery reports; the sender when absent */
  returnPath?: string | undefined
  subject: string
  text: string
  html?: string
  /** in angle brackets; generated when absent */
  messageId?: string
  headers?: Record<string, string>
}

export type Mailer = {
  /** Resolves when the mail server has accepted it. */
  send(mail: Mail): Promise<void>
  /** Waits for the reply as long as RFC 5321 (4.5.3.2.6) asks: giving up earlier sends a mail twice. */
  deliver(mail: Mail & { messageId: string }): Promise<Delivery>
  close(): void
}

/**
 * @param url `smtps:`, or `smtp:` with STARTTLS, which is optional for a server on this machine
 * @param options.connections size of the connection pool; a connection per mail when absent
 */
export function createMailer(url: string, { connections }: { connections?: number } = {}): Mailer {
  const requireTLS = !isLoopbackHost(new URL(url).hostname)
  const fixed = { url, requireTLS, ...TIMEOUTS, getSocket, disableFileAccess: true, disableUrlAccess: true }
  const transport = connections
    ? createTransport({
        ...fixed,
        pool: true,
        maxConnections: connections,
        maxRequeues: 0,
        socketTimeout: DELIVER_LIMIT_MS,
      })
    : createTransport(fixed)
  return {
    async send(mail) {
      await transport.sendMail({ ...toMessage(mail), signal: AbortSignal.timeout(SEND_LIMIT_MS) })
    },
    async deliver(mail) {
      const limit = new AbortController()
      const timer = setTimeout(() => limit.abort(), DELIVER_LIMIT_MS)
      try {
        await transport.sendMail({ ...toMessage(mail), signal: limit.signal })
        return { outcome: 'accepted' }
      } catch (error) {
        return failedDelivery(error)
      } finally {
        clearTimeout(timer)
      }
    },
    close: () => transport.close(),
  }
}

const getSocket: SMTPTransportGetSocket = (server, callback) =>
  connectBounded({ ...server, limitMs: TIMEOUTS.connectionTimeout }, callback)

function toMessage({ to, headers, returnPath, ...mail }: Mail): SendMailOptions {
  return {
    ...mail,
    ...(returnPath && { envelope: { from: returnPath, to } }),
    // nodemailer takes an address object as one address; it would parse a string as a list of addresses.
    to: to.map((address) => ({ name: '', address })),
    // RFC 3834: stops out-of-office replies
    headers: { ...headers, 'Auto-Submitted': 'auto-generated' },
  }
}

/** True when the mail server refused this mail, so that it may accept the next one. */
export function isRefusal(error: unknown): boolean {
  return typeof (error as { responseCode?: unknown }).responseCode === 'number'
}
