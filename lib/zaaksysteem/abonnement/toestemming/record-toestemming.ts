import type { ZaaksysteemContext } from '../../context.ts'
import type { Prisma } from '../../generated/client.ts'
import { activation, wakeWorkers } from './activation.ts'
import type { Refusal, Toestemming } from './request-toestemming.ts'

type Ctx = Pick<ZaaksysteemContext, 'db' | 'clock'>

/** The last handshake of an abonnement, known by its callback: what an older one brings is void. */
export type Handshake = { callbackHash: string } & Pick<Prisma.AbonnementWhereInput, 'callbackTot'>

const REFUSALS: ReadonlySet<string> = new Set<Refusal>(['no_consent', 'rate_invalid'])

/**
 * Makes the abonnement of a handshake actief, or leaves it gepauzeerd, and ends the handshake: its callback is used up.
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
 * Records why a handshake brought no consent. What its sink refused itself is geweigerd from now on. A sink that could
 * not be asked has not withdrawn what it agreed to before: only a first handshake is geweigerd then. Either way the
 * callback stays open.
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
