import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { list } from '../env.ts'

export type Address = ipaddr.IPv4 | ipaddr.IPv6
export type Network = [address: Address, prefixLength: number]

/** A network in CIDR notation, or one address; `undefined` for anything else. */
export function parseNetwork(text: string): Network | undefined {
  const [address = '', prefix, ...rest] = text.split('/')
  // ipaddr.js would also take 10.1 and 0x0a.1 for addresses
  if (isIP(address) === 0 || rest.length > 0) return undefined
  if (prefix === undefined) return [ipaddr.parse(address), isIP(address) === 4 ? 32 : 128]
  return ipaddr.isValidCIDR(text) ? ipaddr.parseCIDR(text) : undefined
}

/** An environment variable that names networks. */
export const networks = list
  .transform((parts) => parts.map(parseNetwork))
  .refine((found) => found.every(Boolean), 'must be IP addresses or CIDR, separated by commas')
  .transform((found) => found.filter((network) => network !== undefined))

/** Whether `address`, in the family that it is written in, lies in one of `networks`. */
export function isWithin(address: Address, networks: readonly Network[]): boolean {
  return networks.some(([network, prefix]) => address.kind() === network.kind() && address.match(network, prefix))
}

/** Whether the peer of a connection lies in one of `networks`. On a dual-stack socket IPv4 comes as `::ffff:…`. */
export function isPeerWithin(address: string | undefined, networks: readonly Network[]): boolean {
  if (!address || networks.length === 0 || !ipaddr.isValid(address)) return false
  return isWithin(ipaddr.process(address), networks)
}
