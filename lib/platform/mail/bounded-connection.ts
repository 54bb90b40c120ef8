import { connect, type Socket } from 'node:net'
import { Duplex } from 'node:stream'

/** More than the greeting and a TLS handshake with a long chain of certificates. */
const FIRST_BYTES = 64 * 1024
/** The ports of RFC 8314 and RFC 6409. */
const PORTS = { secure: 465, startsPlain: 587 }

type Server = { host?: string | undefined; port?: string | number | undefined; secure?: boolean | undefined }

/**
 * Connects to a mail server that may send at most `FIRST_BYTES` more than it receives. nodemailer scans its
 * whole buffer again for each line, so a megabyte of empty lines would take a minute of processor time.
 */
export function connectBounded(
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
