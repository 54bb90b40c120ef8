import { DAY_MS } from '#lib/platform/durations.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { ApiScope } from '../env.ts'
import type { ApiClient, ApiToken } from '../generated/client.ts'

export type ApiClientStand = 'geldig' | 'verloopt_binnenkort' | 'verlopen' | 'ingetrokken'

export type ApiClientRegel = ReturnType<typeof toRegel>

/** Returns all API clients by name, withdrawn ones last. */
export async function findApiClients({
  db,
  clock,
}: Pick<ZaaksysteemContext, 'db' | 'clock'>): Promise<ApiClientRegel[]> {
  const clients = await db.apiClient.findMany({
    orderBy: [{ ingetrokkenOp: { sort: 'asc', nulls: 'first' } }, { naam: 'asc' }],
    include: { tokens: true },
  })
  const now = clock()
  return clients.map((client) => toRegel(client, now))
}

export function toRegel(client: ApiClient & { tokens: ApiToken[] }, now: Date) {
  const { id, naam, contact, zaaktypen, types, verlooptOp, tokens } = client
  const used = tokens.flatMap(({ laatstGebruiktOp }) => laatstGebruiktOp?.getTime() ?? [])
  return {
    ...{ id, naam, contact, zaaktypen, types, verlooptOp },
    // Validated when stored. A scope that no longer exists gives no access.
    scopes: client.scopes as ApiScope[],
    stand: standOf(client, now),
    /** with any of its tokens that is not withdrawn */
    laatstGebruiktOp: used.length > 0 ? new Date(Math.max(...used)) : null,
  }
}

function standOf(
  { ingetrokkenOp, verlooptOp }: Pick<ApiClient, 'ingetrokkenOp' | 'verlooptOp'>,
  now: Date,
): ApiClientStand {
  if (ingetrokkenOp) return 'ingetrokken'
  if (verlooptOp <= now) return 'verlopen'
  return verlooptOp.getTime() - now.getTime() <= EXPIRES_SOON_MS ? 'verloopt_binnenkort' : 'geldig'
}

/** The time before its end at which a client is highlighted and mailed about, so that it can be extended. */
export const EXPIRES_SOON_MS = 14 * DAY_MS
