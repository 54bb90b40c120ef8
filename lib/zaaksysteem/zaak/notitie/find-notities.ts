import type { ZaaksysteemContext } from '../../context.ts'
import { type Gerechtigde, zakenMet } from '../../rechten/mag.ts'

export type NotitieRegel = Awaited<ReturnType<typeof findNotities>>[number]

/** Returns the notities of a zaak, oldest first. For the desk only. */
export async function findNotities({ db }: Pick<ZaaksysteemContext, 'db'>, zaakId: string, lezer: Gerechtigde) {
  const rows = await db.notitie.findMany({
    where: { zaakId, zaak: zakenMet(lezer, 'lezen') },
    orderBy: [{ aangemaaktOp: 'asc' }, { id: 'asc' }],
    include: { door: { select: { naam: true } }, verbeterd: { select: { aangemaaktOp: true } } },
  })
  return rows.map(({ id, tekst, door, aangemaaktOp, reden, verbeterd }) => ({
    id,
    tekst,
    doorNaam: door.naam,
    op: aangemaaktOp,
    /** the reason of a correction; null for an ordinary notitie */
    reden,
    /** when another notitie corrected it */
    verbeterdOp: verbeterd?.aangemaaktOp ?? null,
  }))
}
