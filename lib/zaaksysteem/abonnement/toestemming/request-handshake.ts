import type { Left } from '#lib/platform/openapi/rate-limit.ts'
import { type Actor, recordedTransaction } from '../../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { TOTAL_TIMEOUT_MS } from '../../egress/request-sink.ts'
import { BALIE } from '../../env.ts'
import type { Prisma } from '../../generated/client.ts'
import { type OverLimit, takeHandshake } from '../client-limits.ts'

type RequestedHandshake =
  | { ok: true; handshakeId: string; left: Left | undefined }
  | { ok: false; reason: 'not_found' }
  | OverLimit

/**
 * Orders a handshake with the sink of an abonnement, which a worker performs.
 *
 * @param input.client - the API client that must own the abonnement; absent for the desk
 */
export async function requestHandshake(
  ctx: Pick<ZaaksysteemContext, 'db' | 'clock' | 'log' | 'env'>,
  { id, client, actor }: { id: string; client?: string; actor: Actor },
): Promise<RequestedHandshake> {
  const now = ctx.clock()
  return recordedTransaction(ctx, async (tx, record): Promise<RequestedHandshake> => {
    if ((await tx.abonnement.count({ where: { id, client } })) === 0) return { ok: false, reason: 'not_found' }
    const asker = client ?? BALIE
    const showsToken = ctx.env.ZAAKSYSTEEM_SHOWN_TOKEN_DEMO_ONLY !== undefined
    const taken = await takeHandshake(tx, { client: asker, now, showsToken })
    if (!taken.ok) return taken
    await record({ actor, handeling: 'abonnement_verifieren', object: { soort: 'abonnement', id } })
    const handshakeId = await addHandshake(tx, { client: asker, abonnementId: id, now })
    return { ok: true, handshakeId, left: taken.left }
  })
}

/** Stores the order in the caller's transaction, and wakes the workers at commit. */
export async function addHandshake(
  tx: Prisma.TransactionClient,
  { client, abonnementId, now }: { client: string; abonnementId: string; now: Date },
): Promise<string> {
  const { id } = await tx.handshake.create({ data: { client, abonnementId, gevraagdOp: now } })
  await tx.$executeRaw`select pg_notify('handshake', '')`
  return id
}

const POLL_MS = 50
/** A handshake's own limit, and a second for the worker to record it. */
const MAX_POLLS = (TOTAL_TIMEOUT_MS + 1_000) / POLL_MS

/**
 * Waits until an ordered handshake has ended, for the person who ordered it. Gives up after the longest time
 * that a handshake can take.
 *
 * @returns the code of the error with which it failed, such as `CERT_HAS_EXPIRED`; null when there is none
 */
export async function awaitHandshake(
  { db, wait }: Pick<ZaaksysteemContext, 'db' | 'wait'>,
  id: string,
): Promise<string | null> {
  for (let poll = 0; poll < MAX_POLLS; poll++) {
    const handshake = await db.handshake.findUnique({ where: { id } })
    if (handshake?.klaarOp) return handshake.foutdetail
    await wait(POLL_MS)
  }
  return null
}
