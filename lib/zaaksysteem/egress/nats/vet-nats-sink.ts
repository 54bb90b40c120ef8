import { isAllowedAddress, isLoopbackHost, literalAddress, type SinkPolicy } from '../sink-guard.ts'

const DEFAULT_PORT = 4222

export type AllowedNatsSink = { ok: true; hostname: string; port: number; withTls: boolean }

type NatsSinkVerdict =
  | AllowedNatsSink
  | {
      ok: false
      reason: 'invalid_url' | 'not_tls' | 'has_credentials' | 'has_path' | 'behind_proxy' | 'blocked_address'
    }

/**
 * Checks the URL of a NATS server by the same policy as that of an HTTP sink. With an egress proxy none is
 * allowed: NATS cannot pass through it, and bypassing it would defeat its purpose.
 */
export function vetNatsSink(sink: string, policy: SinkPolicy): NatsSinkVerdict {
  const [, scheme = '', rest = ''] = /^(tls|nats):\/\/([^\\]*)$/.exec(sink) ?? []
  // Parsed as https, because a URL parser turns `0x7f.1` and the like into an address only for schemes that
  // it knows.
  if (!scheme || !URL.canParse(sink) || !URL.canParse(`https://${rest}`)) return { ok: false, reason: 'invalid_url' }
  const url = new URL(`https://${rest}`)
  const address = literalAddress(url)
  const demoPlain = policy.allowPrivateSinks_DEMO_ONLY && scheme === 'nats' && isLoopbackHost(url, address)
  if (scheme !== 'tls' && !demoPlain) return { ok: false, reason: 'not_tls' }
  if (url.username || url.password) return { ok: false, reason: 'has_credentials' }
  if (url.pathname !== '/' || url.search || rest.includes('#')) return { ok: false, reason: 'has_path' }
  if (policy.egressProxy) return { ok: false, reason: 'behind_proxy' }
  if (address && !isAllowedAddress(address, policy)) return { ok: false, reason: 'blocked_address' }
  // Taken from the original URL, because https hides its own default port.
  const port = Number(new URL(sink).port || DEFAULT_PORT)
  return { ok: true, hostname: address ?? url.hostname, port, withTls: scheme === 'tls' }
}
