import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { isWithin, type Network } from '#lib/platform/http/network.ts'
import { createOnce, type Once } from '#lib/platform/once.ts'
import type { ZaaksysteemEnv } from '../env.ts'
import { readExtraCas } from './extra-cas.ts'
import { isLocalhost, type Resolve } from './resolver.ts'

/**
 * The rules for connections of bezorgingen. One object per configuration, because each has its own
 * connections.
 */
export type SinkPolicy = {
  /** allows sinks on loopback, also over http, and no other private address; for a demo on one machine */
  allowPrivateSinks_DEMO_ONLY: boolean
  /** internal networks that may hold sinks */
  interneNetwerken: readonly Network[]
  egressProxy: string | undefined
  /** used to resolve sinks; when empty, the DNS servers of the system */
  dnsServers: readonly string[]
  /** certificate authorities (PEM) besides those of Node.js */
  extraCas: readonly string[]
  /** the values that are made once per policy, such as connections */
  once: Once
}

type SinkEnv = Pick<
  ZaaksysteemEnv,
  | 'ALLOW_PRIVATE_SINKS_DEMO_ONLY'
  | 'ZAAKSYSTEEM_INTERNE_NETWERKEN'
  | 'ZAAKSYSTEEM_EGRESS_PROXY'
  | 'ZAAKSYSTEEM_EXTRA_CA_FILE'
  | 'ZAAKSYSTEEM_DNS_SERVERS'
>

/**
 * The policy of a context, the same object each time. Throws a ConfigurationError for an unreadable CA file.
 */
export function sinkPolicy({ env, once }: { env: SinkEnv; once: Once }): SinkPolicy {
  return once('sink-policy', () => ({
    allowPrivateSinks_DEMO_ONLY: env.ALLOW_PRIVATE_SINKS_DEMO_ONLY,
    interneNetwerken: env.ZAAKSYSTEEM_INTERNE_NETWERKEN,
    egressProxy: env.ZAAKSYSTEEM_EGRESS_PROXY,
    dnsServers: env.ZAAKSYSTEEM_DNS_SERVERS,
    extraCas: env.ZAAKSYSTEEM_EXTRA_CA_FILE ? readExtraCas(env.ZAAKSYSTEEM_EXTRA_CA_FILE) : [],
    once: createOnce(),
  }))
}

type SinkVerdict =
  | { ok: true; url: URL }
  | { ok: false; reason: 'invalid_url' | 'not_https' | 'has_credentials' | 'has_fragment' | 'blocked_address' }

/**
 * The globally routed part of IPv6. Addresses outside it lead into this network, or to a translator into it.
 */
const GLOBAL_UNICAST_V6 = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * True when bezorgingen may connect to `address`. Denied by default: only plain public unicast and the
 * networks of the policy are allowed. Private, link-local (cloud metadata), carrier-grade NAT and the IPv6
 * ranges that carry an IPv4 address (mapped, NAT64, 6to4, Teredo) are refused, because a subscriber could use
 * them to reach our own network.
 */
export function isAllowedAddress(address: string, policy: SinkPolicy): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (isWithin(parsed, policy.interneNetwerken)) return true
  const range = parsed.range()
  if (range === 'loopback') return policy.allowPrivateSinks_DEMO_ONLY
  if (range !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST_V6)
}

const MAX_VERDICTS = 1_000

/**
 * Checks the URL of a sink. `guardedLookup` checks the addresses behind a name when connecting. The verdict
 * depends only on URL and policy. It is cached, because parsing addresses at each bezorging shows in the
 * profile of the worker.
 */
export function vetSink(sink: string, policy: SinkPolicy): SinkVerdict {
  const known = policy.once('verdicts', () => new Map<string, SinkVerdict>())
  const remembered = known.get(sink)
  if (remembered) return remembered
  const verdict = judgeUrl(sink, policy)
  if (known.size >= MAX_VERDICTS) known.clear()
  known.set(sink, verdict)
  return verdict
}

function judgeUrl(sink: string, policy: SinkPolicy): SinkVerdict {
  if (!URL.canParse(sink)) return { ok: false, reason: 'invalid_url' }
  const url = new URL(sink)
  const address = literalAddress(url)
  const demoHttp = policy.allowPrivateSinks_DEMO_ONLY && url.protocol === 'http:' && isLoopbackHost(url, address)
  if (url.protocol !== 'https:' && !demoHttp) return { ok: false, reason: 'not_https' }
  if (url.username || url.password) return { ok: false, reason: 'has_credentials' }
  if (url.hash || sink.includes('#')) return { ok: false, reason: 'has_fragment' }
  // Node.js connects to an IP literal without calling `lookup`.
  if (address && !isAllowedAddress(address, policy)) return { ok: false, reason: 'blocked_address' }
  return { ok: true, url }
}

/**
 * Returns the IP address in an http(s) URL, whose parser has already normalised `0x7f.1`, `2130706433` and
 * the like.
 */
export function literalAddress({ hostname }: URL): string | undefined {
  const host = hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(host) ? host : undefined
}

export function isLoopbackHost({ hostname }: URL, address: string | undefined): boolean {
  if (address) return ipaddr.parse(address).range() === 'loopback'
  return isLocalhost(hostname)
}

class BlockedAddressError extends Error {
  readonly code = 'blocked_address'
}

/**
 * The lookup of the connection itself, so that the checked addresses are the ones connected to. A name that
 * resolves to another address a moment later (DNS rebinding) does not pass. One refused address refuses the
 * name.
 */
export function guardedLookup(policy: SinkPolicy, resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses
        if (!first || !addresses.every(({ address }) => isAllowedAddress(address, policy))) {
          return callback(new BlockedAddressError('The name resolves to an address that is not allowed'), [])
        }
        if (options.all) return callback(null, addresses)
        callback(null, first.address, first.family)
      },
      (error) => callback(error, []),
    )
  }
}
