import type { IncomingMessage } from 'node:http'
import { TLSSocket } from 'node:tls'
import { PROTOCOL_HEADER } from './is-secure.ts'
import { isPeerWithin, type Network } from './network.ts'

const FORWARDED_HEADERS = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
]

/**
 * Takes away what anybody but a trusted proxy says about how a request came in, and writes down how it did come in.
 * Next.js believes these headers of everyone, so this comes before it.
 */
export function settleForwarded(request: IncomingMessage, trustedProxies: readonly Network[]): void {
  const { headers, socket } = request
  if (!isPeerWithin(socket.remoteAddress, trustedProxies)) for (const name of FORWARDED_HEADERS) delete headers[name]
  const protocol = headers[PROTOCOL_HEADER] ?? (socket instanceof TLSSocket ? 'https' : 'http')
  // A list, of several proxies, counts as plaintext: one of the hops may have been.
  headers[PROTOCOL_HEADER] = protocol === 'https' ? 'https' : 'http'
}
