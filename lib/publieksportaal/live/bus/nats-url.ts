import type { ConnectionOptions } from '@nats-io/transport-node'
import { z } from 'zod'
import { isLoopbackHost } from '#lib/platform/http/network.ts'

/** The address of a NATS server, with a user and password or a token before the host. */
export const natsUrl = z
  .url({ protocol: /^(nats|tls)$/, hostname: /./, abort: true })
  .refine(isSafe, 'must be tls://, or nats:// to this machine')
  .refine(isAddressOnly, 'must have nothing behind the host and port, and no % before it that encodes nothing')

function isSafe(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'tls:' || isLoopbackHost(hostname)
}

function isAddressOnly(url: string): boolean {
  const { pathname, search, hash, username, password } = new URL(url)
  try {
    decodeURIComponent(username + password)
  } catch {
    return false
  }
  return ['', '/'].includes(pathname) && search === '' && hash === ''
}

/** With tls:// the connection fails when the server offers no TLS, or its certificate is not trusted. */
export function natsServer(url: string): ConnectionOptions {
  const { protocol, host, username, password } = new URL(url)
  const [user, pass] = [decodeURIComponent(username), decodeURIComponent(password)]
  return {
    servers: host,
    ...(pass ? { user, pass } : { token: user }),
    ...(protocol === 'tls:' && { tls: {} }),
  }
}
