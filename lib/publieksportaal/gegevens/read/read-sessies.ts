import type { ReadOnderdeel } from '../onderdeel.ts'

/** His own, those of who acts for him, and those in which he acts for another. Their ids are what a cookie holds, and stay there. */
export const readSessies: ReadOnderdeel = async ({ db }, { burgerId, na, limit }) => {
  const rows = await db.sessie.findMany({
    where: { OR: [{ burgerId }, { gemachtigdeId: burgerId }], ...(na && { id: { lt: na } }) },
    select: { id: true, gemachtigdeId: true, verlooptOp: true, beeindigdOp: true },
    orderBy: { id: 'desc' },
    take: limit,
  })
  return rows.map(({ id, gemachtigdeId, ...gegevens }) => ({
    id,
    gegevens: { ...gegevens, door: doorOf(gemachtigdeId, burgerId) },
  }))
}

function doorOf(gemachtigdeId: string | null, burgerId: string): string {
  if (gemachtigdeId === null) return 'uzelf'
  return gemachtigdeId === burgerId ? 'u, voor iemand anders' : 'iemand anders, voor u'
}
