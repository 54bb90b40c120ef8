import { HOUR_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { type Left, leftOf, type Quota } from '#lib/platform/openapi/rate-limit.ts'
import { LIMITS_SEED } from '../advisory-locks.ts'
import { BALIE } from '../env.ts'
import type { Prisma } from '../generated/client.ts'

/** Limited because the filters of each are evaluated for every event. */
export const MAX_ABONNEMENTEN = 50
/**
 * Enough for all its abonnementen once, with some to spare. Each handshake is a request to an address of the
 * client's choice.
 */
export const MAX_HANDSHAKES_PER_HOUR = 60
/**
 * For a demo token that the pages for suppliers show: people experiment with it against their own machine.
 */
const MAX_HANDSHAKES_PER_HOUR_WITH_SHOWN_TOKEN = 600

/** The quota of handshakes of an API client. */
export function handshakeQuota({ showsToken }: { showsToken: boolean }): Quota {
  const most = showsToken ? MAX_HANDSHAKES_PER_HOUR_WITH_SHOWN_TOKEN : MAX_HANDSHAKES_PER_HOUR
  return { name: 'handshakes', most, seconds: HOUR_MS / SECOND_MS }
}

export type OverLimit =
  | { ok: false; reason: 'abonnement_limit' }
  | { ok: false; reason: 'too_many_requests'; left: Left }

/**
 * Takes one handshake of the quota of an API client; the desk has no quota. Locks the quota of the client
 * until the transaction ends, so that concurrent requests cannot exceed it.
 *
 * @returns the quota left when the handshake is stored
 */
export async function takeHandshake(
  tx: Prisma.TransactionClient,
  { client, now, showsToken }: { client: string; now: Date; showsToken: boolean },
): Promise<{ ok: true; left?: Left } | OverLimit> {
  if (client === BALIE) return { ok: true }
  const quota = handshakeQuota({ showsToken })
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${client}, ${LIMITS_SEED}))`
  const rows = await tx.handshake.findMany({
    where: { client, gevraagdOp: { gt: new Date(now.getTime() - HOUR_MS), lte: now } },
    orderBy: { gevraagdOp: 'desc' },
    take: quota.most,
    select: { gevraagdOp: true },
  })
  const asked = rows.map(({ gevraagdOp }) => gevraagdOp)
  if (asked.length === quota.most) return { ok: false, reason: 'too_many_requests', left: leftOf(quota, asked, now) }
  return { ok: true, left: leftOf(quota, [now, ...asked], now) }
}

/** Returns the limit when an API client has as many abonnementen as it may have. */
export async function findAbonnementLimit(
  tx: Prisma.TransactionClient,
  client: string,
): Promise<OverLimit | undefined> {
  if (client === BALIE || (await tx.abonnement.count({ where: { client } })) < MAX_ABONNEMENTEN) return undefined
  return { ok: false, reason: 'abonnement_limit' }
}
