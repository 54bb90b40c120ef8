import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'
import { isPeerWithin, type Network } from './network.ts'

/** `settleForwarded` sets it on every request of the web process and overwrites what a client sent. */
export const CLIENT_ADDRESS_HEADER = 'x-real-ip'

/** A client with one address of such a network usually has the whole network. */
const IPV6_PARTY_GROUPS = 4

/**
 * Returns the client of our own proxies: the last address in `X-Forwarded-For` that is none of them, or else
 * the peer.
 */
export function clientAddress(
  { socket, headers }: Pick<IncomingMessage, 'headers'> & { socket: Pick<IncomingMessage['socket'], 'remoteAddress'> },
  trustedProxies: readonly Network[],
): string {
  const peer = socket.remoteAddress ?? ''
  if (!isPeerWithin(peer, trustedProxies)) return peer
  const hops = String(headers['x-forwarded-for'] ?? '').split(',')
  return hops.map((hop) => hop.trim()).findLast((hop) => hop && !isPeerWithin(hop, trustedProxies)) ?? peer
}

/**
 * Returns the key by which requests are counted: an IPv4 address, or the /64 of an IPv6 address. All requests
 * without an address share one key. Only for rate limits: a proxy may pass on what a client wrote, so it
 * proves nothing and is never stored.
 */
export function clientParty(address: string | string[] | null | undefined): string {
  const text = String(address)
  if (!ipaddr.isValid(text)) return ''
  const parsed = ipaddr.process(text)
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, IPV6_PARTY_GROUPS).join(':') : parsed.toString()
}
