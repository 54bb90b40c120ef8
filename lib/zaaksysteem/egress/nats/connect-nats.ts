import type { LookupAddress } from 'node:dns'
import { isIP, type Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { JetStreamApiError } from '@nats-io/jetstream'
import { errors, type NatsConnection, NatsConnectionImpl, setTransportFactory } from '@nats-io/transport-node'
import type { NodeConnectionOptions } from '@nats-io/transport-node/lib/connect.js'
import { NodeTransport } from '@nats-io/transport-node/lib/node_transport.js'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { sinkTls } from '../egress-agent.ts'
import { type ErrorKind, errorCodeOf, errorKindOf } from '../error-kind.ts'
import { MAX_READ_BYTES, USER_AGENT } from '../request-sink.ts'
import { createResolver } from '../resolver.ts'
import { guardedLookup, type SinkPolicy } from '../sink-guard.ts'
import type { AllowedNatsSink } from './vet-nats-sink.ts'

/** The user and password for a server, as the client gave them with its abonnement. */
export type NatsCredential = { identifier: string; secret: string }

/** Covers TCP, TLS and signing in, over all addresses of a name. */
const CONNECT_TIMEOUT_MS = 5 * SECOND_MS
const MAX_ADDRESSES = 3
/** A connection is given up after two of these without an answer. */
const PING_EVERY_MS = 10 * SECOND_MS

/**
 * Connects to checked addresses only: names are resolved here, and further servers in the INFO
 * (`connect_urls`) are ignored. It never reconnects by itself, so that every connection is checked.
 */
export async function connectNats(
  sink: AllowedNatsSink,
  { credential, policy }: { credential: NatsCredential; policy: SinkPolicy },
): Promise<NatsConnection> {
  const addresses = (await lookUp(sink.hostname, policy)).slice(0, MAX_ADDRESSES)
  const timeout = Math.floor(CONNECT_TIMEOUT_MS / addresses.length)
  let failure: unknown
  for (const address of addresses) {
    try {
      return await connectTo(address, { sink, credential, policy, timeout })
    } catch (error) {
      failure = error instanceof errors.TimeoutError ? new ConnectTimeoutError() : error
      // A server that was reached has said what is wrong; another of its addresses would say the same.
      if (natsFailureOf(failure).foutsoort !== 'connect') break
    }
  }
  throw failure
}

function connectTo(
  { address, family }: LookupAddress,
  {
    sink: { hostname, port, withTls },
    credential,
    policy,
    timeout,
  }: { sink: AllowedNatsSink; credential: NatsCredential; policy: SinkPolicy; timeout: number },
): Promise<NatsConnection> {
  // The client passes these on to node:tls. The certificate is verified against the name, although the
  // address is connected to. `host` is for an address, which cannot be a server name (RFC 6066).
  const tls = { ...sinkTls(policy), host: hostname, servername: isIP(hostname) ? '' : hostname }
  const options: NodeConnectionOptions = {
    servers: `${family === 6 ? `[${address}]` : address}:${port}`,
    resolve: false,
    ignoreClusterUpdates: true,
    reconnect: false,
    timeout,
    pingInterval: PING_EVERY_MS,
    name: USER_AGENT,
    user: credential.identifier,
    pass: credential.secret,
    tls: withTls ? tls : null,
  }
  // The client has one factory per process, and each connection of the live bus replaces it with its own.
  setTransportFactory({ factory: () => new BoundedTransport() })
  return NatsConnectionImpl.connect(options)
}

class ConnectTimeoutError extends Error {
  readonly code = 'ETIMEDOUT'
}

function lookUp(hostname: string, policy: SinkPolicy): Promise<LookupAddress[]> {
  const resolve = policy.once('nats-resolver', () => createResolver({ servers: policy.dnsServers }))
  return new Promise((done, fail) => {
    guardedLookup(policy, resolve)(hostname, { all: true }, (error, addresses) =>
      error ? fail(error) : done(addresses as LookupAddress[]),
    )
  })
}

/** The first allowance: more than the INFO of a large cluster and what a server sends unasked in a minute. */
const FIRST_BYTES = MAX_READ_BYTES
/**
 * The bytes that a server may send for each of our messages, besides BYTES_PER_BYTE. An acknowledgement takes
 * some hundred.
 */
const BYTES_PER_SENDING = 16 * 1024
const BYTES_PER_BYTE = 4
/** The length of `PING` and `PONG`, which add no allowance: a server can make us send them at will. */
const LONGEST_OF_NO_MESSAGE = 6

class TooLargeError extends Error {
  readonly code = 'UND_ERR_HEADERS_OVERFLOW'
}

/**
 * Ends the connection of a server that sends more than we asked for. The client itself would buffer all of
 * it, also a line or a message without an end.
 */
class BoundedTransport extends NodeTransport {
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

export type NatsFailure = { foutsoort: ErrorKind; foutdetail: string | null }

const AUTH = [errors.AuthorizationError, errors.UserAuthenticationExpiredError, errors.PermissionViolationError]

/**
 * Returns the kind of a failure to connect or publish, by the innermost error: the client wraps the original
 * one.
 */
export function natsFailureOf(error: unknown): NatsFailure {
  const { cause } = error as { cause?: unknown }
  if (cause instanceof Error) return natsFailureOf(cause)
  if (error instanceof JetStreamApiError) return { foutsoort: 'stream_refused', foutdetail: `jetstream_${error.code}` }
  if (error instanceof errors.NoRespondersError) return { foutsoort: 'no_stream', foutdetail: null }
  if (AUTH.some((kind) => error instanceof kind)) return { foutsoort: 'auth', foutdetail: null }
  // The client has no error code for a server that offers no TLS.
  const offersNoTls = error instanceof errors.ConnectionError && error.message.includes("'tls'")
  if (offersNoTls) return { foutsoort: 'tls', foutdetail: 'no_tls_offered' }
  return { foutsoort: errorKindOf(error), foutdetail: errorCodeOf(error) }
}
