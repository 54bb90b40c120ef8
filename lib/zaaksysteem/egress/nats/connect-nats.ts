import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import { errors, type NatsConnection, NatsConnectionImpl, setTransportFactory } from '@nats-io/transport-node'
import type { NodeConnectionOptions } from '@nats-io/transport-node/lib/connect.js'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { createResolver } from '../resolver.ts'
import { guardedLookup, type SinkPolicy } from '../sink-guard.ts'
import { sinkTls } from '../sink-tls.ts'
import { USER_AGENT } from '../user-agent.ts'
import { BoundedTransport } from './bounded-transport.ts'
import { natsFailureOf } from './nats-failure.ts'
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
