import type { ZaaksysteemContext } from '../context.ts'

type Seen = {
  behandelaarId: string
  /** these, or all of a zaak, because a behandelaar who opens a zaak sees all that they tell */
  of: { ids: string[] } | { zaakId: string }
}

/**
 * Marks signaleringen of a behandelaar as seen. A repeat keeps the first time. @returns the number that was
 * unseen
 */
export async function markSignaleringenGezien(
  { db, clock }: Pick<ZaaksysteemContext, 'db' | 'clock'>,
  { behandelaarId, of }: Seen,
): Promise<number> {
  const which = 'ids' in of ? { id: { in: of.ids } } : { zaakId: of.zaakId }
  const { count } = await db.signalering.updateMany({
    where: { behandelaarId, gezienOp: null, ...which },
    data: { gezienOp: clock() },
  })
  return count
}
