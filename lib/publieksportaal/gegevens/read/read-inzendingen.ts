import type { ReadOnderdeel } from '../onderdeel.ts'

/** Without what the sending of it took, which says nothing of the citizen. */
export const readInzendingen: ReadOnderdeel = async ({ db }, { burgerId, na, limit }) => {
  const rows = await db.inzending.findMany({
    where: { burgerId, ...(na && { id: { gt: na } }) },
    select: { id: true, nummer: true, zaakId: true, soort: true, aanvullingen: true, tijdstip: true, uitkomst: true },
    orderBy: { id: 'asc' },
    take: limit,
  })
  return rows.map(({ id, ...gegevens }) => ({ id, gegevens }))
}
