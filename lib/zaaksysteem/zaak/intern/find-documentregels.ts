import type { ZaaksysteemContext } from '../../context.ts'
import { type Gerechtigde, zakenMet } from '../../rechten/mag.ts'

/** `reden`: why it was withdrawn. */
export type Documentregel = Awaited<ReturnType<typeof findDocumentregels>>[number]

/** Returns when interne documenten of a zaak were added and withdrawn, oldest first. For the desk only. */
export async function findDocumentregels({ db }: Pick<ZaaksysteemContext, 'db'>, zaakId: string, lezer: Gerechtigde) {
  const rows = await db.documentregel.findMany({
    where: { document: { zaakId, zaak: zakenMet(lezer, 'lezen') } },
    // within one millisecond an addition comes before its withdrawal
    orderBy: [{ op: 'asc' }, { ingetrokken: 'asc' }, { id: 'asc' }],
    include: { door: { select: { naam: true } }, document: { select: { titel: true } } },
  })
  return rows.map(({ id, ingetrokken, reden, door, doorClient, op, document: { titel } }) => {
    return { id, titel, ingetrokken, reden, doorNaam: door?.naam ?? doorClient ?? '', op }
  })
}
