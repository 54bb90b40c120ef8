import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

export type Network = [address: ipaddr.IPv4 | ipaddr.IPv6, prefixLength: number]

/** A network in CIDR notation, or one address; `undefined` for anything else. */
export function parseNetwork(text: string): Network | undefined {
  const [address = '', prefix, ...rest] = text.split('/')
  // ipaddr.js would also take 10.1 and 0x0a.1 for addresses
  if (isIP(address) === 0 || rest.length > 0) return undefined
  if (prefix === undefined) return [ipaddr.parse(address), isIP(address) === 4 ? 32 : 128]
  return ipaddr.isValidCIDR(text) ? ipaddr.parseCIDR(text) : undefined
}

/** Whether the peer of a connection lies in one of `networks`. On a dual-stack socket IPv4 comes as `::ffff:…`. */
export function isWithin(address: string | undefined, networks: readonly Network[]): boolean {
  if (!address || networks.length === 0 || !ipaddr.isValid(address)) return false
  const peer = ipaddr.process(address)
  return networks.some(([network, prefix]) => peer.kind() === network.kind() && peer.match(network, prefix))
}
