import {
  type AbonnementRequest,
  type AbonnementResource,
  abonnementRequest,
  type Credentialtype,
} from '#lib/contract/abonnement-resource.ts'
import { type Actor, recordedTransaction } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { sinkPolicy, vetSink } from '../egress/sink-guard.ts'
import type { Prisma } from '../generated/client.ts'
import type { AbonnementModel } from '../generated/models.ts'
import { toAbonnementResource } from './api/abonnement-resource.ts'
import { findAbonnementLimit, findVerificatieLimit, type OverLimit } from './client-limits.ts'
import { makeGeheim } from './geheim/make-geheim.ts'
import { addVerificatie } from './toestemming/request-verificatie.ts'

export type Registration =
  /** `geheim`: the secret that was made now, which cannot be shown again; null when none was made */
  | { ok: true; abonnement: AbonnementResource; geheim: string | null; verificatieId: string }
  | { ok: false; reason: 'sink_not_allowed' }
  | OverLimit

/**
 * Stores an abonnement and orders its handshake, which a worker performs. The sink is stored unchanged: it becomes
 * `aud`.
 *
 * Registering the same client and sink again changes the settings of the existing abonnement: a portal can register at
 * each start without receiving everything twice. The secret stays and is not returned again, unless the credentialtype
 * changes; a client that lost its secret rotates it. The status stays until the new handshake is decided, because an
 * abonnement that waits for consent misses the events of that time; only geweigerd becomes wacht_op_toestemming.
 */
export async function registerAbonnement(
  ctx: Pick<ZaaksysteemContext, 'db' | 'env' | 'clock' | 'log'>,
  { client, actor, request }: { client: string; actor: Actor; request: AbonnementRequest },
): Promise<Registration> {
  // Fills in the defaults.
  const { sink, sinkcredential, config, naam, contact, types, filters } = abonnementRequest.parse(request)
  if (!vetSink(sink, sinkPolicy(ctx.env)).ok) return { ok: false, reason: 'sink_not_allowed' }

  const { credentialtype } = sinkcredential
  const now = ctx.clock()
  const waiting = { status: 'wacht_op_toestemming', statusSinds: now } as const
  const wishes = { naam, contact, types, filters, ...config }
  return recordedTransaction(ctx, async (tx, record): Promise<Registration> => {
    const limit = (await findVerificatieLimit(tx, { client, now })) ?? (await findAbonnementLimit(tx, { client, sink }))
    if (limit) return limit
    // An earlier refusal says nothing about the new handshake.
    await tx.abonnement.updateMany({
      where: { client, sink, status: 'geweigerd' },
      data: { ...waiting, foutcode: null },
    })
    const row = await tx.abonnement.upsert({
      where: { client_sink: { client, sink } },
      create: { client, sink, credentialtype, ...wishes, ...waiting, aangemaaktOp: now },
      update: wishes,
    })
    const geheim = await settleCredential(ctx, tx, { row, credentialtype })
    const verificatieId = await addVerificatie(tx, { client, abonnementId: row.id, now })
    const object = { soort: 'abonnement', id: row.id }
    await record({ actor, handeling: 'abonnement_registreren', object })
    if (geheim) await record({ actor, handeling: 'geheim_tonen', object })
    return { ok: true, abonnement: toAbonnementResource({ ...row, credentialtype }), geheim, verificatieId }
  })
}

/** The upsert has locked the row: the second of two concurrent registrations finds the secret of the first. */
async function settleCredential(
  ctx: Pick<ZaaksysteemContext, 'env' | 'clock'>,
  tx: Prisma.TransactionClient,
  { row, credentialtype }: { row: AbonnementModel; credentialtype: Credentialtype },
): Promise<string | null> {
  if (row.credentialtype !== credentialtype) {
    await tx.abonnement.update({ where: { id: row.id }, data: { credentialtype } })
    await tx.geheim.deleteMany({ where: { abonnementId: row.id } })
  }
  const present = await tx.geheim.findFirst({ where: { abonnementId: row.id, vervaltOp: null } })
  return present ? null : makeGeheim(ctx, tx, { abonnementId: row.id, credentialtype })
}
