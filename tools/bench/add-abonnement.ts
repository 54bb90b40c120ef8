import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { BALIE } from '#lib/zaaksysteem/env.ts'

/** Inserts an abonnement of the desk, as if its sink gave its toestemming. Returns its id. */
export async function addAbonnement(
  { db, clock }: ZaaksysteemContext,
  { sink, maxGelijktijdig }: { sink: string; maxGelijktijdig?: number },
): Promise<string> {
  const [credentialtype, status] = ['JWT', 'actief'] as const
  const now = clock()
  const dates = { statusSinds: now, aangemaaktOp: now }
  const { id } = await db.abonnement.create({
    data: { client: BALIE, sink, credentialtype, status, ...dates, maxGelijktijdig },
  })
  return id
}
