import type { ZaaksysteemContext } from '../../context.ts'
import type { Prisma } from '../../generated/client.ts'
import { distributeGebeurtenissen } from '../../outbox/distribute-gebeurtenissen.ts'
import { registerTestZaak } from '../../zaak/test-zaak.ts'
import { DUUR_GRENZEN_MS, duurklasse } from '../record/poging-totals.ts'

/** Registers a zaak and returns the event of its registration, without a bezorging. */
export async function createTestGebeurtenis(ctx: ZaaksysteemContext) {
  const { id: zaakId, identificatie } = await registerTestZaak(ctx)
  await distributeGebeurtenissen(ctx)
  await ctx.db.bezorging.deleteMany({ where: { zaakId } })
  const { id, sequence } = await ctx.db.gebeurtenis.findFirstOrThrow({ where: { zaakId } })
  return { gebeurtenisId: id, sequence: sequence as number, zaakId, identificatie }
}

/** Creates a bezorging of an event to an abonnement; wachtend and due unless `data` says otherwise. */
export async function createTestBezorging(
  { db, clock }: ZaaksysteemContext,
  {
    abonnementId,
    gebeurtenis: { gebeurtenisId, sequence, zaakId },
    ...data
  }: {
    abonnementId: string
    gebeurtenis: { gebeurtenisId: string; sequence: number; zaakId: string }
  } & Partial<Prisma.BezorgingUncheckedCreateInput>,
): Promise<string> {
  const due = { abonnementId, gebeurtenisId, sequence, zaakId, volgendePoging: clock() }
  const { id } = await db.bezorging.create({ data: { ...due, ...data } })
  return String(id)
}

/** Returns a histogram as in bezorgstatistiek, from a number of attempts per duration in milliseconds. */
export function durenOf(pogingenByMs: Record<number, number>): number[] {
  const duren = Array.from({ length: DUUR_GRENZEN_MS.length + 1 }, () => 0)
  for (const [ms, bezorgpogingen] of Object.entries(pogingenByMs)) duren[duurklasse(Number(ms))] = bezorgpogingen
  return duren
}
