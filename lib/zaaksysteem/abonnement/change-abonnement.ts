import type { AbonnementFilter } from '#lib/contract/abonnement-filters.ts'
import type { AbonnementResource, Contentmodus } from '#lib/contract/abonnement-resource.ts'
import { type Actor, recordedPgTransaction, recordedTransaction } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { sinkPolicy } from '#lib/zaaksysteem/egress/sink-guard.ts'
import { toAbonnementResource, WITH_TOEGANGEN } from './api/abonnement-resource.ts'
import { type ChangeFault, findMisfits, type Invalid } from './find-faults.ts'
import { changeNatsSecret } from './geheim/geheim.ts'
import { lockAbonnement } from './lock-abonnement.ts'
import { examineToegang, type ToegangWish } from './toegang/examine-toegang.ts'
import { storeToegang } from './toegang/toegang.ts'

/** Checked by `abonnementChange` of the contract. Absent members stay as they are. */
type AbonnementChange = {
  naam?: string
  contact?: string | null
  types?: string[]
  filters?: AbonnementFilter[]
  contentmodus?: Contentmodus
  /** seconds */
  herhaalschema?: number[]
  maxGelijktijdig?: number
  /** a new password at a NATS server, whose user stays; absent for other protocols */
  secret?: string | undefined
  /** toegangsgegevens for an HTTP sink */
  toegang?: ToegangWish | undefined
}

type ChangedAbonnement =
  | { ok: true; abonnement: AbonnementResource }
  | { ok: false; reason: 'not_found' }
  | Invalid<ChangeFault>

/**
 * Changes the settings of an abonnement. New types and filters apply to events that are distributed from now
 * on.
 *
 * @param input.client - the API client that must own the abonnement; absent for the desk
 * @param input.isWrong - true when the caller found faults already: nothing is stored, and further faults are
 * returned
 */
export async function changeAbonnement(
  ctx: Pick<ZaaksysteemContext, 'db' | 'env' | 'clock' | 'log' | 'once'>,
  input: { id: string; client?: string; actor: Actor; change: AbonnementChange; isWrong?: boolean },
): Promise<ChangedAbonnement> {
  const { id, actor, isWrong = false } = input
  const { naam, contact, types, filters, contentmodus, herhaalschema, maxGelijktijdig, secret } = input.change
  const { toegang = {} } = input.change
  const examined = examineToegang(toegang, { policy: sinkPolicy(ctx), now: ctx.clock() })
  return recordedTransaction(ctx, async (tx, record): Promise<ChangedAbonnement> => {
    // Locked, because a registration may change the credentialtype at the same time.
    const present = await lockAbonnement(tx, input)
    if (!present) return { ok: false, reason: 'not_found' }
    const { protocol } = present
    const faults = [...findMisfits(present, { contentmodus, oauth2: toegang.oauth2 }), ...examined.faults]
    if (isWrong || faults.length > 0) return { ok: false, reason: 'invalid', faults }

    const row = await tx.abonnement.update({
      where: { id },
      data: { naam, contact, types, filters, contentmodus, herhaalschema, maxGelijktijdig },
    })
    const object = { soort: 'abonnement', id } as const
    if (secret && protocol === 'NATS') {
      await changeNatsSecret(ctx, tx, { abonnementId: id, secret })
      await record({ actor, handeling: 'geheim_wisselen', object })
    }
    if (protocol === 'HTTP' && examined.changes.length > 0) {
      await storeToegang(ctx, tx, { abonnementId: id, changes: examined.changes })
      await record({ actor, handeling: 'geheim_wisselen', object })
    }
    await record({ actor, handeling: 'abonnement_wijzigen', object })
    const toegangen = await tx.toegang.findMany({ where: { abonnementId: id }, ...WITH_TOEGANGEN.toegangen })
    return { ok: true, abonnement: toAbonnementResource({ ...row, toegangen }) }
  })
}

/**
 * Deletes an abonnement with its secrets and bezorgingen.
 *
 * @param input.client - the API client that must own the abonnement; absent for the desk
 */
export async function deleteAbonnement(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'log'>,
  { id, client: owner, actor }: { id: string; client?: string; actor: Actor },
): Promise<{ ok: true } | { ok: false; reason: 'not_found' }> {
  // Without Prisma, which would end the transaction after five seconds: there may be very many bezorgingen.
  return recordedPgTransaction(ctx, async (client, record) => {
    const { rowCount } = await client.query(
      'delete from abonnement where id = $1 and ($2::text is null or client = $2)',
      [id, owner],
    )
    if (!rowCount) return { ok: false, reason: 'not_found' }
    await record({ actor, handeling: 'abonnement_verwijderen', object: { soort: 'abonnement', id } })
    return { ok: true }
  })
}
