import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { hashToken } from '#lib/platform/crypto/hash-token.ts'
import { activation, wakeWorkers } from '#lib/zaaksysteem/abonnement/toestemming/record-toestemming.ts'
import { forgetRegisteredClients, TOKEN_PREFIX } from '#lib/zaaksysteem/api/registered-clients.ts'
import { type Actor, recordedTransaction } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { type ApiScope, BALIE, OAUTH } from '#lib/zaaksysteem/env.ts'
import type { Prisma } from '#lib/zaaksysteem/generated/client.ts'

export type ChangeContext = Pick<ZaaksysteemContext, 'db' | 'pool' | 'clock' | 'log' | 'once'>

/**
 * A `recordedTransaction` that changes access to the API. Every process reads the clients again, and ends
 * streams that are no longer allowed.
 */
export async function changedTransaction<T>(
  ctx: ChangeContext,
  work: Parameters<typeof recordedTransaction<T>>[1],
): Promise<T> {
  const result = await recordedTransaction(ctx, async (tx, record) => {
    await tx.$executeRaw`select pg_notify('api_client', '')`
    return work(tx, record)
  })
  // This process does not wait for its own NOTIFY.
  forgetRegisteredClients(ctx)
  return result
}

/** The settings of a client; empty zaaktypen or types mean all. */
export type ApiClientRights = {
  contact: string
  scopes: ApiScope[]
  zaaktypen: string[]
  types: string[]
  verlooptOp: Date
}

/** The zaaksysteem itself acts under these names, so no client may have them. */
const OWN_NAMES = [BALIE, 'aanvraagformulier', 'archiefbeheer', 'termijnbewaking']

type CreatedApiClient = { ok: true; id: string; token: string } | { ok: false; reason: 'name_taken' }

/**
 * Lets another system call the API. The result is the only place where its token is ever shown. A name is
 * used once, because abonnementen, zaken and auditregels are stored under it. The name of a client of the
 * environment is free once that client is removed there; the new client gets its abonnementen.
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

const TOKEN_BYTES = 32
/** Enough of the 43 random characters to tell tokens apart, and of no help in guessing the rest. */
const SHOWN_CHARACTERS = 6

/** Makes a token, stores its hash and returns it: it is never shown again. */
export async function makeToken(
  { clock }: Pick<ZaaksysteemContext, 'clock'>,
  tx: Prisma.TransactionClient,
  { clientId }: { clientId: string },
): Promise<string> {
  const token = `${TOKEN_PREFIX}${randomBytes(TOKEN_BYTES).toString('base64url')}`
  const begin = token.slice(0, TOKEN_PREFIX.length + SHOWN_CHARACTERS)
  await tx.apiToken.create({ data: { clientId, hash: hashToken(token), begin, gemaaktOp: clock() } })
  return token
}

type ChangedApiClient = { ok: true } | { ok: false; reason: 'not_found' | 'revoked' }

/**
 * Changes the rights of a client from its next request on. Stromen that it opened with other rights end; it
 * can open them again. Its abonnementen get further events by the new rights. Those that were paused because
 * the client had expired resume when it is valid again.
 */
export async function changeApiClient(
  ctx: ChangeContext,
  { id, rights, actor }: { id: string; rights: ApiClientRights; actor: Actor },
): Promise<ChangedApiClient> {
  return changedTransaction(ctx, async (tx, record): Promise<ChangedApiClient> => {
    const [client] = await tx.apiClient.updateManyAndReturn({
      where: { id, ingetrokkenOp: null },
      data: { ...rights, gewaarschuwdOp: null },
    })
    if (!client) return { ok: false, reason: (await tx.apiClient.count({ where: { id } })) ? 'revoked' : 'not_found' }
    const now = ctx.clock()
    if (client.verlooptOp > now) {
      const { count } = await tx.abonnement.updateMany({
        where: { client: client.naam, status: 'gepauzeerd', statusreden: 'client_expired' },
        data: activation(now),
      })
      if (count > 0) await wakeWorkers(tx)
    }
    await record({ actor, handeling: 'api_client_wijzigen', object: { soort: 'api_client', id } })
    return { ok: true }
  })
}
