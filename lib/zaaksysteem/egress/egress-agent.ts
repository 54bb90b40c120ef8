import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { createSecureContext, rootCertificates } from 'node:tls'
import { Agent, type buildConnector, type Dispatcher, Pool, ProxyAgent } from 'undici'
import { guardedLookup, type SinkPolicy } from './sink-guard.ts'

/** For everything until a connection can carry a request: name, TCP, proxy and TLS. */
const CONNECT_TIMEOUT_MS = 5_000
const ADDRESS_TIMEOUT_MS = 1_500

const agents = new WeakMap<SinkPolicy, Dispatcher>()

/** The kept-alive connections of a policy, one pool for each sink. */
export function egressAgent(policy: SinkPolicy): Dispatcher {
  let agent = agents.get(policy)
  if (!agent) {
    agent = createEgressAgent(policy)
    agents.set(policy, agent)
  }
  return agent
}

/**
 * Connects to sinks as `policy` says: each address judged, TLS of at least 1.2 always verified.
 *
 * Through an egress proxy the name is resolved and judged here before each tunnel, and once more, unjudged, by the
 * proxy. What remains is a name that changes in between: a proxy with rules of its own closes that gap.
 */
export function createEgressAgent(policy: SinkPolicy, resolve: typeof lookup = lookup): Dispatcher {
  const judge = guardedLookup(policy, resolve)
  const connect = {
    timeout: CONNECT_TIMEOUT_MS,
    // Made once: reading all root certificates for each connection costs more than the connection.
    secureContext: createSecureContext({
      minVersion: 'TLSv1.2',
      ca: policy.extraCas.length > 0 ? [...rootCertificates, ...policy.extraCas] : undefined,
    }),
    // Of the first of several addresses Node.js has enough after 250 ms, which a far or busy sink may need.
    autoSelectFamilyAttemptTimeout: ADDRESS_TIMEOUT_MS,
    // Said aloud, so that NODE_TLS_REJECT_UNAUTHORIZED cannot take it away.
    rejectUnauthorized: true,
    // A resumed session does not look at the certificate again, which may have expired since.
    maxCachedSessions: 0,
  }
  if (!policy.egressProxy) return new Agent({ connect: { ...connect, lookup: judge } })

  return new ProxyAgent({
    uri: policy.egressProxy,
    requestTls: connect,
    proxyTls: connect,
    clientFactory: (proxy, options) => new Pool(proxy, { ...options, headersTimeout: CONNECT_TIMEOUT_MS }),
    factory: (origin, options) => {
      const { connect: tunnel, ...rest } = options as Pool.Options & { connect: buildConnector.connector }
      return new Pool(origin, { ...rest, connect: judgedFirst(tunnel, judge) })
    },
  })
}

function judgedFirst(tunnel: buildConnector.connector, judge: LookupFunction): buildConnector.connector {
  return (options, callback) =>
    judge(options.hostname, { all: true }, (error) => (error ? callback(error, null) : tunnel(options, callback)))
}
