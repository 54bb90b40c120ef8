import type { ReadOnderdeel } from '../onderdeel.ts'

/** What the audittrail holds with the citizen as who did it. */
export const readHandelingen: ReadOnderdeel = async ({ db }, { burgerId, na, limit }) => {
  const rows = await db.handeling.findMany({
    where: { actor: burgerId, actorSoort: 'burger', ...(na && { id: { gt: na } }) },
    select: { id: true, tijdstip: true, handeling: true, uitkomst: true },
    orderBy: { id: 'asc' },
    take: limit,
  })
  return rows.map(({ id, ...gegevens }) => ({ id, gegevens }))
}
