import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { type ApiScope, BALIE, OAUTH } from '../env.ts'
import { type ChangeContext, changedTransaction } from './changed-transaction.ts'
import { makeToken } from './make-token.ts'

/** What a beheerder decides about a client; empty zaaktypen or types: all. */
export type ApiClientRights = {
  contact: string
  scopes: ApiScope[]
  zaaktypen: string[]
  types: string[]
  verlooptOp: Date
}

/** Acts of the zaaksysteem itself stand under these, where those of clients stand under their names. */
const OWN_NAMES = [BALIE, 'aanvraagformulier', 'archiefbeheer', 'termijnbewaking']

type CreatedApiClient = { ok: true; id: string; token: string } | { ok: false; reason: 'name_taken' }

/**
 * Lets another system call the API. The answer is the only place where its token is ever shown. A name is given out once:
 * abonnementen, zaken and acts are kept under it. One that a client of the environment had before is free once it has
 * left there, and comes with the abonnementen of that client.
 */
export async function createApiClient(
  ctx: ChangeContext & Pick<ZaaksysteemContext, 'env'>,
  { naam, rights, actor }: { naam: string; rights: ApiClientRights; actor: Actor },
): Promise<CreatedApiClient> {
  const configured = ctx.env.ZAAKSYSTEEM_API_TOKENS.map(({ client }) => client)
  if ([...OWN_NAMES, ...configured].includes(naam) || naam.startsWith(OAUTH)) return { ok: false, reason: 'name_taken' }

  return changedTransaction(ctx, async (tx, record): Promise<CreatedApiClient> => {
    const id = uuidv7()
    const gemaaktDoorId = actor.soort === 'behandelaar' ? actor.id : null
    const { count } = await tx.apiClient.createMany({
      data: [{ id, naam, ...rights, gemaaktOp: ctx.clock(), gemaaktDoorId }],
      skipDuplicates: true,
    })
    if (count === 0) return { ok: false, reason: 'name_taken' }
    const token = await makeToken(ctx, tx, { clientId: id })
    const object = { soort: 'api_client', id }
    await record({ actor, handeling: 'api_client_maken', object })
    await record({ actor, handeling: 'api_token_tonen', object })
    return { ok: true, id, token }
  })
}
