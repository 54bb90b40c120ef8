import type { ZaaksysteemContext } from '../../context.ts'
import { type Gerechtigde, zakenMet } from '../../rechten/mag.ts'

export type VertrouwelijkheidRegel = Awaited<ReturnType<typeof findVertrouwelijkheden>>[number]

/** Returns when a zaak became vertrouwelijk after its registration and when it ended, oldest first. */
export async function findVertrouwelijkheden(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  zaakId: string,
  lezer: Gerechtigde,
) {
  const rows = await db.vertrouwelijkheid.findMany({
    where: { zaakId, zaak: zakenMet(lezer, 'lezen') },
    orderBy: [{ op: 'asc' }, { id: 'asc' }],
    include: { door: { select: { naam: true } } },
  })
  return rows.map(({ id, vertrouwelijk, reden, door, doorClient, op }) => {
    return { id, vertrouwelijk, reden, doorNaam: door?.naam ?? doorClient ?? '', op }
  })
}
