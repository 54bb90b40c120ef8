import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { NodeTransport } from '@nats-io/transport-node/lib/node_transport.js'
import { MAX_READ_BYTES } from '../request-sink.ts'

/** More than the INFO of a large cluster, and what a server sends unasked in a minute. */
const FIRST_BYTES = MAX_READ_BYTES
/**
 * Bytes that a server may send for each of our messages, beside those by its size. An acknowledgement takes
 * some hundred.
 */
const BYTES_PER_SENDING = 16 * 1024
const BYTES_PER_BYTE = 4
/** `PING` and `PONG`, which a server can make us send as often as it likes. */
const LONGEST_OF_NO_MESSAGE = 6

class TooLargeError extends Error {
  readonly code = 'UND_ERR_HEADERS_OVERFLOW'
}

/**
 * Ends the connection of a server that sends more than we asked for. The client itself would buffer all of
 * it, also a line or a message without an end.
 */
export class BoundedTransport extends NodeTransport {
  #left = FIRST_BYTES

  override async dial(server: Parameters<NodeTransport['dial']>[0]): Promise<Socket> {
    return this.#bound(await super.dial(server))
  }

  // The TLS socket reads directly from the socket that it wraps, so it needs its own limit.
  override async startTLS(): Promise<TLSSocket> {
    return this.#bound(await super.startTLS())
  }

  override send(frame: Uint8Array): void {
    const { byteLength } = frame
    if (byteLength > LONGEST_OF_NO_MESSAGE) this.#left += BYTES_PER_SENDING + BYTES_PER_BYTE * byteLength
    super.send(frame)
  }

  /** Counts in `push`, because the client removes other listeners from the socket. */
  #bound<T extends Socket>(socket: T): T {
    const push = socket.push.bind(socket)
    socket.push = (chunk: Uint8Array | null) => {
      this.#left -= chunk?.byteLength ?? 0
      if (this.#left >= 0) return push(chunk)
      socket.destroy(new TooLargeError())
      return false
    }
    return socket
  }
}
