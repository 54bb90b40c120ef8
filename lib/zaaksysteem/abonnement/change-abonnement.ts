import type { AbonnementFilter } from '#lib/contract/abonnement-filters.ts'
import { type AbonnementResource, type Contentmodus, credentialtype, fits } from '#lib/contract/abonnement-resource.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { toAbonnementResource } from './api/abonnement-resource.ts'

/** As `abonnementChange` of the contract checked it; what is absent stays as it is. */
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
 * Changes what the owner may change at any time. Events of before keep to the wishes of then.
 *
 * @param input.client - whose abonnement it must be; absent for the desk
 */
export async function changeAbonnement(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  { id, client, change }: { id: string; client?: string; change: AbonnementChange },
): Promise<ChangedAbonnement> {
  const { naam, contact, types, filters, contentmodus, herhaalschema, maxGelijktijdig } = change
  // In the same statement: a registration may change the credentialtype meanwhile.
  const fitting = contentmodus && credentialtype.options.filter((type) => fits({ credentialtype: type, contentmodus }))
  const [row] = await db.abonnement.updateManyAndReturn({
    where: { id, client, credentialtype: { in: fitting } },
    data: { naam, contact, types, filters, contentmodus, herhaalschema, maxGelijktijdig },
  })
  if (row) return { ok: true, abonnement: toAbonnementResource(row) }
  const exists = await db.abonnement.count({ where: { id, client } })
  return { ok: false, reason: exists ? 'contentmodus_not_allowed' : 'not_found' }
}
