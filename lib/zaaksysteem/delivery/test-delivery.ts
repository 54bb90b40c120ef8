import { registerAbonnement } from '../abonnement/register-abonnement.ts'
import { verifyAbonnement } from '../abonnement/verify-abonnement.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { deliver } from './deliver.ts'
import { numberAndClaim } from './number-and-claim.ts'

/** An actief abonnement on a sink that consents. */
export async function subscribe(ctx: ZaaksysteemContext, sink: string, types: string[] = []): Promise<string> {
  const request = { protocol: 'HTTP', sink, types, sinkcredential: { credentialtype: 'JWT' } } as const
  const registered = await registerAbonnement(ctx, { client: 'publieksportaal', request: { ...request, types } })
  if (!registered.ok) throw new Error(registered.reason)
  await verifyAbonnement(ctx, registered.abonnement.id)
  return registered.abonnement.id
}

/** Numbers, claims and sends once what is due by the clock of `ctx`. */
export async function deliverDue(ctx: ZaaksysteemContext, options: { timeoutMs?: number } = {}) {
  const { claimed } = await numberAndClaim(ctx, { limit: 100 })
  return Promise.all(claimed.map((bezorging) => deliver(ctx, bezorging, { random: () => 0.5, ...options })))
}
