import type { IncomingMessage } from 'node:http'
import { isLoopbackHost } from '../http/network.ts'
import { problemResponse } from '../http/problem-json.ts'
import { isApi } from './api-request.ts'
import type { Transport } from './read-transport.ts'

/** A name or an address, and perhaps a port, which may differ: a tunnel or a container has one of its own. */
const AUTHORITY = /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d+)?$/i

/**
 * Whether a request was meant for another host. A page of an attacker whose name resolves to this machine (DNS
 * rebinding) has the same origin as what it reads here, but cannot change the `Host` that the browser sends.
 *
 * Outside the demo this is for pages only: load balancers and the other system may know this process by another name,
 * and an API is protected by tokens, which a browser does not have.
 */
export function isForeignHost(
  { headers, url = '' }: Pick<IncomingMessage, 'headers' | 'url'>,
  { demo, hostnames }: Pick<Transport, 'demo' | 'hostnames'>,
): boolean {
  // Of a trusted proxy; the first of a list, as Next.js takes it.
  const forwarded = (headers['x-forwarded-host'] as string | undefined)?.split(',')[0]?.trim()
  const hostname = AUTHORITY.exec(forwarded ?? headers.host ?? '')?.[1]?.toLowerCase() ?? ''
  return demo ? !isLoopbackHost(hostname) : !isApi(url) && !hostnames?.includes(hostname)
}

/** RFC 9110 section 15.5.20. */
export function misdirected(): Response {
  const detail = 'Use the address that this system is configured with; the demo has none but that of its own machine.'
  return problemResponse({ status: 421, code: 'host_unknown', title: 'Misdirected request', detail })
}
