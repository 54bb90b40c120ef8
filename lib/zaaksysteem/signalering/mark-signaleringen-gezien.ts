import type { ZaaksysteemContext } from '../context.ts'

type Seen = {
  behandelaarId: string
  /** these, or all of a zaak: whoever opens a zaak sees what there was to tell of it */
  of: { ids: string[] } | { zaakId: string }
}

/** Notes that a behandelaar has seen own signaleringen. A repeat keeps the first time. @returns how many were new to him */
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
