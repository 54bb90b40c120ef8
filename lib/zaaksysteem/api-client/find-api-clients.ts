import { z } from 'zod'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { DAY_MS } from '#lib/platform/durations.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import type { ApiScope } from '#lib/zaaksysteem/env.ts'
import type { ApiClient, ApiToken } from '#lib/zaaksysteem/generated/client.ts'

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

function toRegel(client: ApiClient & { tokens: ApiToken[] }, now: Date) {
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

export type ApiClientDetail = NonNullable<Awaited<ReturnType<typeof findApiClientDetail>>>

export async function findApiClientDetail({ db, clock }: Pick<ZaaksysteemContext, 'db' | 'clock'>, id: string) {
  if (!z.uuid().safeParse(id).success) return undefined
  const client = await db.apiClient.findUnique({
    where: { id },
    include: { gemaaktDoor: true, tokens: { orderBy: { id: 'desc' } } },
  })
  if (!client) return undefined
  const abonnementen = await db.abonnement.findMany({
    where: { client: client.naam },
    orderBy: [{ naam: 'asc' }, { id: 'asc' }],
    select: { id: true, naam: true, sink: true, status: true },
  })
  const now = clock()
  return {
    ...toRegel(client, now),
    gemaaktOp: client.gemaaktOp,
    ingetrokkenOp: client.ingetrokkenOp,
    /** null when made on the command line */
    gemaaktDoorNaam: client.gemaaktDoor?.naam ?? null,
    /** the valid ones, newest first */
    tokens: client.tokens
      .filter(({ verlooptOp }) => verlooptOp === null || verlooptOp > now)
      .map(({ id, begin, gemaaktOp, verlooptOp, laatstGebruiktOp }) => ({
        ...{ id, begin, gemaaktOp, verlooptOp, laatstGebruiktOp },
      })),
    abonnementen,
  }
}

export type OwnTokens = NonNullable<Awaited<ReturnType<typeof findOwnTokens>>>

/**
 * Returns the tokens of an API client that a beheerder registered, for that client; `undefined` for any other
 * client.
 */
export async function findOwnTokens(
  { db, clock }: Pick<ZaaksysteemContext, 'db' | 'clock'>,
  { client, token }: { client: string; token: string },
) {
  const now = clock()
  const row = await db.apiClient.findFirst({
    where: { naam: client, ingetrokkenOp: null },
    include: {
      tokens: { where: { OR: [{ verlooptOp: null }, { verlooptOp: { gt: now } }] }, orderBy: { id: 'desc' } },
    },
  })
  if (!row) return undefined
  const asking = hashToken(token)
  return {
    /** the id of the client's row */
    clientId: row.id,
    /** when the client expires, with all its tokens */
    verlooptOp: row.verlooptOp,
    /** the valid tokens, newest first */
    tokens: row.tokens.map(({ id, begin, gemaaktOp, verlooptOp, laatstGebruiktOp, hash }) => ({
      ...{ id, begin, gemaaktOp, verlooptOp, laatstGebruiktOp },
      /** true for the token of this request */
      isAsking: hash === asking,
    })),
  }
}
