import type { ReadOnderdeel } from '../onderdeel.ts'

/** Their ids are what a cookie holds, and stay there. */
export const readSessies: ReadOnderdeel = async ({ db }, { burgerId, na, limit }) => {
  const rows = await db.sessie.findMany({
    where: { burgerId, ...(na && { id: { gt: na } }) },
    select: { id: true, verlooptOp: true, beeindigdOp: true },
    orderBy: { id: 'asc' },
    take: limit,
  })
  return rows.map(({ id, ...gegevens }) => ({ id, gegevens }))
}
