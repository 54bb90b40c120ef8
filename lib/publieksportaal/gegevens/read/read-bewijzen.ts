import type { ReadOnderdeel } from '../onderdeel.ts'

/** Without what the telling of it took, which says nothing of the citizen. */
export const readBewijzen: ReadOnderdeel = async ({ db }, { burgerId, na, limit }) => {
  const rows = await db.bewijs.findMany({
    where: { burgerId, ...(na && { id: { lt: BigInt(na) } }) },
    select: { id: true, zaakId: true, gebeurtenisId: true, soort: true, tijdstip: true, gemeldOp: true },
    orderBy: { id: 'desc' },
    take: limit,
  })
  return rows.map(({ id, ...gegevens }) => ({ id: String(id), gegevens }))
}
