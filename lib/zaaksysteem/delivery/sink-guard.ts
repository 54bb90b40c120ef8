import { type LookupAddress, lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import type { ZaaksysteemEnv } from '../env.ts'

/** Lets sinks be http on loopback, and nothing else: for a demonstration on one machine. */
export type SinkPolicy = { allowPrivateSinks_DEMO_ONLY: boolean }

export function sinkPolicy(env: Pick<ZaaksysteemEnv, 'ALLOW_PRIVATE_SINKS_DEMO_ONLY'>): SinkPolicy {
  return { allowPrivateSinks_DEMO_ONLY: env.ALLOW_PRIVATE_SINKS_DEMO_ONLY }
}

export type SinkVerdict =
  | { ok: true; url: URL }
  | { ok: false; reason: 'invalid_url' | 'not_https' | 'has_credentials' | 'has_fragment' | 'blocked_address' }

/** All of the IPv6 that is routed globally; what lies outside it reaches this network or a translator to it. */
const GLOBAL_UNICAST_V6 = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether deliveries may connect to `address`. Deny by default: only plain public unicast. Private, link-local
 * (cloud metadata), carrier-grade NAT and the IPv6 ranges that carry an IPv4 address (mapped, NAT64, 6to4, Teredo) are
 * out, because a subscriber could make us call inside our own network with them.
 */
export function isAllowedAddress(address: string, policy: SinkPolicy): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  const range = parsed.range()
  if (range === 'loopback') return policy.allowPrivateSinks_DEMO_ONLY
  if (range !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST_V6)
}

/** Judges a sink by its URL. An address behind a name is judged when connecting, by `guardedLookup`. */
export function vetSink(sink: string, policy: SinkPolicy): SinkVerdict {
  if (!URL.canParse(sink)) return { ok: false, reason: 'invalid_url' }
  const url = new URL(sink)
  const address = literalAddress(url)
  const demoHttp = policy.allowPrivateSinks_DEMO_ONLY && url.protocol === 'http:' && isLoopbackHost(url, address)
  if (url.protocol !== 'https:' && !demoHttp) return { ok: false, reason: 'not_https' }
  if (url.username || url.password) return { ok: false, reason: 'has_credentials' }
  if (url.hash || sink.includes('#')) return { ok: false, reason: 'has_fragment' }
  // An IP literal never passes through the lookup.
  if (address && !isAllowedAddress(address, policy)) return { ok: false, reason: 'blocked_address' }
  return { ok: true, url }
}

/** The IP address in a URL; its parser has already turned `0x7f.1`, `2130706433` and the like into dotted form. */
function literalAddress({ hostname }: URL): string | undefined {
  const host = hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(host) ? host : undefined
}

function isLoopbackHost({ hostname }: URL, address: string | undefined): boolean {
  if (address) return ipaddr.parse(address).range() === 'loopback'
  return hostname === 'localhost' || hostname.endsWith('.localhost')
}

export class BlockedAddressError extends Error {
  readonly code = 'blocked_address'
}

/**
 * The lookup of the connection itself, so that what was judged is what is connected to: a name that resolves to
 * something else a moment later (DNS rebinding) gains nothing. One refused address refuses the name.
 */
export function guardedLookup(policy: SinkPolicy, resolve: typeof lookup = lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, [])
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => isAllowedAddress(address, policy))) {
        return callback(new BlockedAddressError('The name resolves to an address that is not allowed'), [])
      }
      if (options.all) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }
}
