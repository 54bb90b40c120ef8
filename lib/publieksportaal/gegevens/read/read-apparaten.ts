import type { ReadOnderdeel } from '../onderdeel.ts'

/** With what is still to be pushed to them. Their endpoints and keys would let whoever has the file push to them. */
export const readApparaten: ReadOnderdeel = async ({ db }, { burgerId, na, limit }) => {
  const rows = await db.apparaat.findMany({
    where: { burgerId, ...(na && { id: { lt: na } }) },
    select: {
      id: true,
      naam: true,
      taal: true,
      toegevoegdOp: true,
      laatstGeluktOp: true,
      pushes: { select: { zaakId: true, aangemaaktOp: true }, orderBy: { id: 'asc' } },
    },
    orderBy: { id: 'desc' },
    take: limit,
  })
  return rows.map(({ id, pushes, ...gegevens }) => ({ id, gegevens: { ...gegevens, nogTeMelden: pushes } }))
}
