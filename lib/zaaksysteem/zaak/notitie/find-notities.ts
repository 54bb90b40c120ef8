import type { ZaaksysteemContext } from '../../context.ts'
import { type Gerechtigde, zakenMet } from '../../rechten/mag.ts'

export type NotitieRegel = Awaited<ReturnType<typeof findNotities>>[number]

/** The notes at a zaak, oldest first. For the desk alone. */
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
    /** why it takes the place of another one; null when it does not */
    reden,
    /** another one says what it should have said, since then */
    verbeterdOp: verbeterd?.aangemaaktOp ?? null,
  }))
}
