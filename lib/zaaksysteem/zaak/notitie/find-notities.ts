import type { ZaaksysteemContext } from '../../context.ts'
import { type Gerechtigde, zakenMet } from '../../rechten/mag.ts'

export type NotitieRegel = { id: string; tekst: string; doorNaam: string; op: Date }

/** The notes at a zaak, oldest first. For the desk alone. */
export async function findNotities(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  zaakId: string,
  lezer: Gerechtigde,
): Promise<NotitieRegel[]> {
  const rows = await db.notitie.findMany({
    where: { zaakId, zaak: zakenMet(lezer, 'lezen') },
    orderBy: [{ aangemaaktOp: 'asc' }, { id: 'asc' }],
    include: { door: { select: { naam: true } } },
  })
  return rows.map(({ id, tekst, door, aangemaaktOp }) => ({ id, tekst, doorNaam: door.naam, op: aangemaaktOp }))
}
