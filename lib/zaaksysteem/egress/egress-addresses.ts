import type { ZaaksysteemEnv } from '../env.ts'

/** Each with a network in CIDR notation, as Google, OpenAI and others publish from where they call. */
type Prefix = { ipv4Prefix: string } | { ipv6Prefix: string }

/**
 * From which addresses receivers are called. No process can know that of itself: behind NAT or a proxy it is another's, so
 * who runs it states it. `undefined` when nobody did.
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
