import type { ZaaksysteemContext } from '../../context.ts'
import { type Gerechtigde, zakenMet } from '../../rechten/mag.ts'

export type Documentregel = {
  id: string
  titel: string
  ingetrokken: boolean
  /** why it was withdrawn */
  reden: string | null
  doorNaam: string
  op: Date
}

/** When documents of a zaak that the aanvrager does not read were added and withdrawn, oldest first. For the desk alone. */
export async function findDocumentregels(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  zaakId: string,
  lezer: Gerechtigde,
): Promise<Documentregel[]> {
  const rows = await db.documentregel.findMany({
    where: { document: { zaakId, zaak: zakenMet(lezer, 'lezen') } },
    // within one millisecond what was added comes before what was withdrawn
    orderBy: [{ op: 'asc' }, { ingetrokken: 'asc' }, { id: 'asc' }],
    include: { door: { select: { naam: true } }, document: { select: { titel: true } } },
  })
  return rows.map(({ id, ingetrokken, reden, door, doorClient, op, document: { titel } }) => {
    return { id, titel, ingetrokken, reden, doorNaam: door?.naam ?? doorClient ?? '', op }
  })
}
