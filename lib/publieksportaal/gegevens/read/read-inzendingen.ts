import type { ReadOnderdeel } from '../onderdeel.ts'

/** Without what the sending of it took, which says nothing of the citizen, and without who did it for him. */
export const readInzendingen: ReadOnderdeel = async ({ db }, { burgerId, na, limit }) => {
  const rows = await db.inzending.findMany({
    where: { burgerId, ...(na && { id: { lt: na } }) },
    select: {
      id: true,
      nummer: true,
      zaakId: true,
      soort: true,
      aanvullingen: true,
      tijdstip: true,
      gemachtigdeId: true,
      uitkomst: true,
    },
    orderBy: { id: 'desc' },
    take: limit,
  })
  return rows.map(({ id, gemachtigdeId, ...gegevens }) => ({
    id,
    gegevens: { ...gegevens, doorGemachtigde: gemachtigdeId !== null },
  }))
}
