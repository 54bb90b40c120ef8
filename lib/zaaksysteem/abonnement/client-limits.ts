import { HOUR_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { type Left, leftOf, type Quota } from '#lib/platform/openapi/rate-limit.ts'
import { LIMITS_SEED } from '../advisory-locks.ts'
import { BALIE } from '../env.ts'
import type { Prisma } from '../generated/client.ts'

/** The filters of each are evaluated for every event. */
export const MAX_ABONNEMENTEN = 50
/** All of its abonnementen once, with some to spare. A handshake is a request to an address that the client chose. */
export const MAX_HANDSHAKES_PER_HOUR = 60
/** Where the pages for suppliers show a token, as in the demo, people learn with it, against their own machine. */
const MAX_HANDSHAKES_PER_HOUR_WITH_SHOWN_TOKEN = 600

/** How often an API client may ask for a handshake. */
export function handshakeQuota({ showsToken }: { showsToken: boolean }): Quota {
  const most = showsToken ? MAX_HANDSHAKES_PER_HOUR_WITH_SHOWN_TOKEN : MAX_HANDSHAKES_PER_HOUR
  return { name: 'handshakes', most, seconds: HOUR_MS / SECOND_MS }
}

export type OverLimit =
  | { ok: false; reason: 'abonnement_limit' }
  | { ok: false; reason: 'too_many_requests'; left: Left }

/**
 * Takes a handshake of those that an API client may still ask for; the desk has no limit. Until the transaction ends no other
 * transaction can do this for the same client, so that requests at the same time do not pass together.
 *
 * @returns what is left when the handshake is stored
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

/** Whether an API client may register no other abonnement, because it has as many as it may have. */
export async function findAbonnementLimit(
  tx: Prisma.TransactionClient,
  client: string,
): Promise<OverLimit | undefined> {
  if (client === BALIE || (await tx.abonnement.count({ where: { client } })) < MAX_ABONNEMENTEN) return undefined
  return { ok: false, reason: 'abonnement_limit' }
}
