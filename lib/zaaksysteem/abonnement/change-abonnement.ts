import type { AbonnementFilter } from '#lib/contract/abonnement-filters.ts'
import {
  type AbonnementResource,
  type Contentmodus,
  credentialtype,
  fits,
  protocol,
} from '#lib/contract/abonnement-resource.ts'
import { type Actor, recordedTransaction } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { toAbonnementResource } from './api/abonnement-resource.ts'

/** Checked by `abonnementChange` of the contract; absent members stay as they are. */
export type AbonnementChange = {
  naam?: string
  contact?: string | null
  types?: string[]
  filters?: AbonnementFilter[]
  contentmodus?: Contentmodus
  /** seconds */
  herhaalschema?: number[]
  maxGelijktijdig?: number
}

export type ChangedAbonnement =
  | { ok: true; abonnement: AbonnementResource }
  | { ok: false; reason: 'not_found' | 'contentmodus_not_allowed' }

/**
 * Changes the settings of an abonnement. Types and filters apply to the events that are numbered from now on.
 *
 * @param input.client - the API client that must own the abonnement; absent for the desk
 */
export async function changeAbonnement(
  ctx: Pick<ZaaksysteemContext, 'db' | 'clock' | 'log'>,
  { id, client, actor, change }: { id: string; client?: string; actor: Actor; change: AbonnementChange },
): Promise<ChangedAbonnement> {
  const { naam, contact, types, filters, contentmodus, herhaalschema, maxGelijktijdig } = change
  // Part of the update, because a registration may change the credentialtype at the same time.
  const fitting =
    contentmodus &&
    protocol.options.map((each) => ({
      protocol: each,
      credentialtype: {
        in: credentialtype.options.filter((type) => fits({ protocol: each, credentialtype: type, contentmodus })),
      },
    }))
  return recordedTransaction(ctx, async (tx, record) => {
    const [row] = await tx.abonnement.updateManyAndReturn({
      where: { id, client, OR: fitting },
      data: { naam, contact, types, filters, contentmodus, herhaalschema, maxGelijktijdig },
    })
    if (row) {
      await record({ actor, handeling: 'abonnement_wijzigen', object: { soort: 'abonnement', id } })
      return { ok: true, abonnement: toAbonnementResource(row) }
    }
    const exists = await tx.abonnement.count({ where: { id, client } })
    return { ok: false, reason: exists ? 'contentmodus_not_allowed' : 'not_found' }
  })
}
