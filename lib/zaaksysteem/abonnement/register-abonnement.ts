import type { AbonnementRequest, AbonnementResource } from '#lib/contract/abonnement-resource.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { sinkPolicy, vetSink } from '../delivery/sink-guard.ts'
import { toAbonnementResource } from './abonnement-resource.ts'

/**
 * Stores an abonnement, still to be verified by `verifyAbonnement`. The sink is kept to the letter: it becomes `aud`.
 *
 * The same client and sink again is the same abonnement with new wishes: a portal can register at each start without
 * receiving everything twice. One that is actief stays so until its new handshake is decided, or it would miss the
 * events of that moment.
 */
export async function registerAbonnement(
  { db, env, clock }: Pick<ZaaksysteemContext, 'db' | 'env' | 'clock'>,
  { client, request }: { client: string; request: AbonnementRequest },
): Promise<{ ok: true; abonnement: AbonnementResource } | { ok: false; reason: 'sink_not_allowed' }> {
  const { sink, types = [], sinkcredential } = request
  if (!vetSink(sink, sinkPolicy(env)).ok) return { ok: false, reason: 'sink_not_allowed' }

  // A refusal of before says nothing about the handshake that follows.
  await db.abonnement.updateMany({
    where: { client, sink, status: 'geweigerd' },
    data: { status: 'wacht_op_toestemming', foutcode: null },
  })
  const wishes = { types, credentialtype: sinkcredential.credentialtype }
  const row = await db.abonnement.upsert({
    where: { client_sink: { client, sink } },
    create: { client, sink, ...wishes, status: 'wacht_op_toestemming', aangemaaktOp: clock() },
    update: wishes,
  })
  return { ok: true, abonnement: toAbonnementResource(row) }
}
