import type { ZaaksysteemContext } from '../../context.ts'
import type { Prisma } from '../../generated/client.ts'
import { activation, wakeWorkers } from './activation.ts'
import type { Refusal, Toestemming } from './request-toestemming.ts'

type Ctx = Pick<ZaaksysteemContext, 'db' | 'clock'>

/** The latest handshake of an abonnement, found by its callback. An older one is not found: its outcome is ignored. */
export type Handshake = { callbackHash: string } & Pick<Prisma.AbonnementWhereInput, 'callbackTot'>

const REFUSALS: ReadonlySet<string> = new Set<Refusal>(['no_consent', 'rate_invalid'])

/**
 * Makes the abonnement of a handshake actief, unless it is gepauzeerd, and ends the handshake: its callback works once.
 *
 * @returns whether there was such a handshake
 */
export async function recordToestemming(
  { db, clock }: Ctx,
  handshake: Handshake,
  rate: number | null,
): Promise<boolean> {
  const now = clock()
  const [activated, consented] = await db.$transaction([
    db.abonnement.updateMany({
      where: { ...handshake, status: { notIn: ['actief', 'gepauzeerd'] } },
      data: activation(now),
    }),
    db.abonnement.updateMany({
      where: handshake,
      data: { toegestaneRate: rate, bevestigdOp: now, foutcode: null, callbackHash: null, callbackTot: null },
    }),
  ])
  if (activated.count > 0) await wakeWorkers(db)
  return consented.count > 0
}

/**
 * Records why a handshake gave no consent. If the sink answered and refused, the abonnement becomes geweigerd. A sink
 * that could not be asked has not withdrawn an earlier consent: then only an abonnement that waits for its first one
 * becomes geweigerd. In both cases the callback stays valid.
 */
export async function recordWeigering(
  { db, clock }: Ctx,
  handshake: Handshake,
  reason: Extract<Toestemming, { ok: false }>['reason'],
): Promise<void> {
  await db.$transaction([
    db.abonnement.updateMany({
      where: { ...handshake, status: REFUSALS.has(reason) ? { not: 'geweigerd' } : 'wacht_op_toestemming' },
      data: { status: 'geweigerd', statusSinds: clock(), statusreden: null },
    }),
    db.abonnement.updateMany({ where: handshake, data: { foutcode: reason } }),
  ])
}
