import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { list } from '../env.ts'

type Address = ipaddr.IPv4 | ipaddr.IPv6
export type Network = [address: Address, prefixLength: number]

/** Parses a network in CIDR notation, or one address; `undefined` for anything else. */
export function parseNetwork(text: string): Network | undefined {
  const [address = '', prefix, ...rest] = text.split('/')
  // ipaddr.js also accepts 10.1 and 0x0a.1
  if (isIP(address) === 0 || rest.length > 0) return undefined
  if (prefix === undefined) return [ipaddr.parse(address), isIP(address) === 4 ? 32 : 128]
  return ipaddr.isValidCIDR(text) ? ipaddr.parseCIDR(text) : undefined
}

const MIN_PREFIX = { ipv4: 8, ipv6: 16 }
/**
 * Shortest prefixes that differ per range: RFC 4193 gives private networks a /7, and the other ranges embed
 * all of IPv4.
 */
const MIN_PREFIX_OF_RANGE: Record<string, number> = { uniqueLocal: 7, ipv4Mapped: 104, unspecified: 128 }

/** True for a network that one owner can have: 0.0.0.0/0 and the like would trust the whole internet. */
function isNarrow([address, prefix]: Network): boolean {
  return prefix >= (MIN_PREFIX_OF_RANGE[address.range()] ?? MIN_PREFIX[address.kind()])
}

/** An environment variable that lists networks. */
export const networks = list
  .transform((parts) => parts.map(parseNetwork))
  .refine((found) => found.every(Boolean), 'must be IP addresses or CIDR, separated by commas')
  .transform((found) => found.filter((network) => network !== undefined))
  .refine((found) => found.every(isNarrow), 'must be no wider than /8 (IPv4), /16 (IPv6) or fc00::/7')

/** True when `address` is in one of `networks` of its own family; `::ffff:10.1.0.1` counts as IPv6. */
export function isWithin(address: Address, networks: readonly Network[]): boolean {
  return networks.some(([network, prefix]) => address.kind() === network.kind() && address.match(network, prefix))
}

/**
 * True when the peer of a connection is in one of `networks`; `::ffff:…` counts as IPv4, because a dual-stack
 * socket reports IPv4 so.
 */
export function isPeerWithin(address: string | undefined, networks: readonly Network[]): boolean {
  if (!address || networks.length === 0 || !ipaddr.isValid(address)) return false
  return isWithin(ipaddr.process(address), networks)
}

/**
 * True for a host that always resolves to this machine. Takes an IPv6 address with brackets, as in a URL, or
 * without.
 */
export function isLoopbackHost(host: string): boolean {
  const address = host.replace(/^\[(.*)\]$/, '$1')
  // Names below localhost do not count: not every resolver resolves them locally.
  return host === 'localhost' || (ipaddr.isValid(address) && ipaddr.parse(address).range() === 'loopback')
}
