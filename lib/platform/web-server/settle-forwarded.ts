import type { IncomingMessage } from 'node:http'
import { TLSSocket } from 'node:tls'
import { CLIENT_ADDRESS_HEADER, clientAddress } from '../http/client-address.ts'
import { isPeerWithin, type Network } from '../http/network.ts'
import { PROTOCOL_HEADER } from '../http/refuse-plaintext.ts'

const FORWARDED_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-port', 'x-forwarded-proto']

/**
 * Deletes the forwarding headers of every peer that is no trusted proxy, and sets X-Forwarded-Proto to how the request
 * came in and X-Real-IP to where it came from. Next.js believes these headers from anyone, so this must run before Next.js
 * sees the request.
 */
export function settleForwarded(request: IncomingMessage, trustedProxies: readonly Network[]): void {
  const { headers, socket } = request
  if (!isPeerWithin(socket.remoteAddress, trustedProxies)) for (const name of FORWARDED_HEADERS) delete headers[name]
  headers[CLIENT_ADDRESS_HEADER] = clientAddress(request, trustedProxies)
  const protocol = headers[PROTOCOL_HEADER] ?? (socket instanceof TLSSocket ? 'https' : 'http')
  // A list, from several proxies, counts as plaintext, because one of the hops may have been plaintext.
  headers[PROTOCOL_HEADER] = protocol === 'https' ? 'https' : 'http'
}
