import type { ZaaksysteemEnv } from '../env.ts'

/** A network in CIDR notation, in the format in which Google, OpenAI and others publish theirs. */
type Prefix = { ipv4Prefix: string } | { ipv6Prefix: string }

/**
 * Returns the addresses from which receivers are called; `undefined` when none are configured. No process can
 * find them out itself, because behind NAT or a proxy the address is another's.
 */
export function egressAddresses({
  ZAAKSYSTEEM_EGRESS_ADDRESSES: stated,
}: Pick<ZaaksysteemEnv, 'ZAAKSYSTEEM_EGRESS_ADDRESSES'>): { prefixes: Prefix[] } | undefined {
  if (stated.length === 0) return undefined
  return {
    prefixes: stated.map(([address, length]) => {
      const prefix = `${address}/${length}`
      return address.kind() === 'ipv4' ? { ipv4Prefix: prefix } : { ipv6Prefix: prefix }
    }),
  }
}
