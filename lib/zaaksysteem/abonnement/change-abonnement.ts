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
import { changeNatsSecret } from './geheim/nats-credential.ts'

/** Checked by `abonnementChange` of the contract; absent members stay as they are. */
type AbonnementChange = {
  naam?: string
  contact?: string | null
  types?: string[]
  filters?: AbonnementFilter[]
  contentmodus?: Contentmodus
  /** seconds */
  herhaalschema?: number[]
  maxGelijktijdig?: number
  /** the password at a NATS server, where the user stays; other protocols have none */
  secret?: string | undefined
}

type ChangedAbonnement =
  | { ok: true; abonnement: AbonnementResource }
  | { ok: false; reason: 'not_found' | 'contentmodus_not_allowed' }

/**
 * Changes the settings of an abonnement. Types and filters apply to the events of which bezorgingen are made from now on.
 *
 * @param input.client - the API client that must own the abonnement; absent for the desk
 */
export async function changeAbonnement(
  ctx: Pick<ZaaksysteemContext, 'db' | 'env' | 'clock' | 'log'>,
  { id, client, actor, change }: { id: string; client?: string; actor: Actor; change: AbonnementChange },
): Promise<ChangedAbonnement> {
  const { naam, contact, types, filters, contentmodus, herhaalschema, maxGelijktijdig, secret } = change
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
      const object = { soort: 'abonnement', id } as const
      if (secret && row.protocol === 'NATS') {
        await changeNatsSecret(ctx, tx, { abonnementId: id, secret })
        await record({ actor, handeling: 'geheim_wisselen', object })
      }
      await record({ actor, handeling: 'abonnement_wijzigen', object })
      return { ok: true, abonnement: toAbonnementResource(row) }
    }
    const exists = await tx.abonnement.count({ where: { id, client } })
    return { ok: false, reason: exists ? 'contentmodus_not_allowed' : 'not_found' }
  })
}
