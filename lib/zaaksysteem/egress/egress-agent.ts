import type { LookupFunction, Socket } from 'node:net'
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'
import { Agent, buildConnector, type Dispatcher, Pool, ProxyAgent } from 'undici'
import type { ClientCertificate } from './client-certificate.ts'
import { createResolver, type Resolve } from './resolver.ts'
import { guardedLookup, type SinkPolicy } from './sink-guard.ts'

/**
 * The TLS settings for any sink: at least 1.2 and always verified.
 *
 * @param clientCertificate shown to a sink that asks for one
 */
export function sinkTls(
  policy: SinkPolicy,
  clientCertificate?: ClientCertificate,
): { secureContext: SecureContext; rejectUnauthorized: true } {
  const make = () =>
    createSecureContext({
      minVersion: 'TLSv1.2',
      ca: policy.extraCas.length > 0 ? [...rootCertificates, ...policy.extraCas] : undefined,
      ...(clientCertificate && { cert: clientCertificate.certificate, key: clientCertificate.key }),
    })
  // Made once, because reading all root certificates takes longer than making a connection.
  const secureContext = clientCertificate ? make() : policy.once('tls', make)
  // Explicit, because NODE_TLS_REJECT_UNAUTHORIZED=0 changes the default to false.
  return { secureContext, rejectUnauthorized: true }
}

/** Covers DNS, TCP, proxy and TLS. */
const CONNECT_TIMEOUT_MS = 5_000
const ADDRESS_TIMEOUT_MS = 1_500

/** The keep-alive connections of a policy, pooled per sink. */
export function egressAgent(policy: SinkPolicy): Dispatcher {
  return policy.once('agent', () => createEgressAgent(policy))
}

/**
 * Connects to sinks by `policy`: each address is checked, TLS is at least 1.2 and always verified.
 *
 * With an egress proxy the name is resolved and checked here before each tunnel, and resolved again,
 * unchecked, by the proxy. If its address changes in between, only rules of the proxy itself can refuse the
 * new one.
 *
 * @param options.clientCertificate shown to a sink that asks for one, never to the proxy
 */
export function createEgressAgent(
  policy: SinkPolicy,
  {
    resolve = policy.once('resolver', () => createResolver({ servers: policy.dnsServers })),
    clientCertificate,
  }: { resolve?: Resolve; clientCertificate?: ClientCertificate | undefined } = {},
): Dispatcher {
  const judge = guardedLookup(policy, resolve)
  const connect = {
    timeout: CONNECT_TIMEOUT_MS,
    // HTTP/2 would send all bezorgingen to a sink over one connection, and all would fail when it breaks.
    allowH2: false,
    ...sinkTls(policy, clientCertificate),
    // Node.js gives up the first of several addresses after 250 ms; a distant or busy sink may need longer.
    autoSelectFamilyAttemptTimeout: ADDRESS_TIMEOUT_MS,
    // A resumed session does not verify the certificate again, which may have expired since.
    maxCachedSessions: 0,
  }
  if (!policy.egressProxy)
    return new Agent({ connect: acceptContinue(keepFirstError(buildConnector({ ...connect, lookup: judge }))) })

  return new ProxyAgent({
    uri: policy.egressProxy,
    requestTls: connect,
    proxyTls: { ...connect, ...sinkTls(policy) },
    clientFactory: (proxy, options) => new Pool(proxy, { ...options, headersTimeout: CONNECT_TIMEOUT_MS }),
    factory: (origin, options) => {
      const { connect: tunnel, ...rest } = options as Pool.Options & { connect: buildConnector.connector }
      return new Pool(origin, { ...rest, connect: acceptContinue(keepFirstError(judgedFirst(tunnel, judge))) })
    },
  })
}

function judgedFirst(tunnel: buildConnector.connector, judge: LookupFunction): buildConnector.connector {
  return (options, callback) =>
    judge(options.hostname, { all: true }, (error) => (error ? callback(error, null) : tunnel(options, callback)))
}

/**
 * Over TLS 1.3 a sink refuses our certificate after the handshake, with an alert before the end of the
 * connection. undici turns that end into an error too, which would replace the one with the reason.
 */
function keepFirstError(connect: buildConnector.connector): buildConnector.connector {
  return (options, callback) =>
    connect(options, (...result) => {
      result[1]?.once('error', () => result[1]?.removeAllListeners('end'))
      callback(...result)
    })
}

const CONTINUE = 100
const PROCESSING = 102

/** The part of undici's response parser that receives each status. */
type Parser = { onHeadersComplete(status: number, ...rest: boolean[]): number }

/**
 * Skips an unrequested `100 Continue`, as every client must (RFC 9110 section 15.2). undici breaks the
 * connection at it and has no setting for that. It does skip all other interim responses, so its parser is
 * given 102 instead.
 */
function acceptContinue(connect: buildConnector.connector): buildConnector.connector {
  return (options, callback) =>
    connect(options, (...result) => {
      // undici gives the connection its parser within this call.
      callback(...result)
      const parser = result[1] && parserOf(result[1])
      if (!parser) return
      const { onHeadersComplete } = parser
      parser.onHeadersComplete = (status, ...rest) =>
        onHeadersComplete.call(parser, status === CONTINUE ? PROCESSING : status, ...rest)
    })
}

function parserOf(socket: Socket): Parser | undefined {
  const key = Object.getOwnPropertySymbols(socket).find(({ description }) => description === 'parser')
  return key && (socket as unknown as Record<symbol, Parser | undefined>)[key]
}
