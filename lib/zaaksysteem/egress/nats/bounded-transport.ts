import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { NodeTransport } from '@nats-io/transport-node/lib/node_transport.js'
import { MAX_READ_BYTES } from '../request-sink.ts'

/** More than the INFO of a large cluster, and what a server sends by itself in a minute. */
const FIRST_BYTES = MAX_READ_BYTES
/** What a server may send each time that it is sent messages, beside what it may by their size: the acknowledgement of one is some hundred bytes. */
const BYTES_PER_SENDING = 16 * 1024
const BYTES_PER_BYTE = 4
/** `PING` and `PONG`, which a server can make us send as often as it likes. */
const LONGEST_OF_NO_MESSAGE = 6

class TooLargeError extends Error {
  readonly code = 'UND_ERR_HEADERS_OVERFLOW'
}

/**
 * Ends the connection of a server that sends more than it was asked for. The client itself keeps whatever comes, also a line
 * or a message that does not end.
 */
export class BoundedTransport extends NodeTransport {
  #left = FIRST_BYTES

  override async dial(server: Parameters<NodeTransport['dial']>[0]): Promise<Socket> {
    return this.#bound(await super.dial(server))
  }

  // It reads past the socket that it is put on.
  override async startTLS(): Promise<TLSSocket> {
    return this.#bound(await super.startTLS())
  }

  override send(frame: Uint8Array): void {
    const { byteLength } = frame
    if (byteLength > LONGEST_OF_NO_MESSAGE) this.#left += BYTES_PER_SENDING + BYTES_PER_BYTE * byteLength
    super.send(frame)
  }

  /** Where a socket takes in what was read, because the client takes the listeners of others away. */
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
