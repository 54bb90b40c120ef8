import type { ReadOnderdeel } from '../onderdeel.ts'

export const readVerwijderdeZaken: ReadOnderdeel = async ({ db }, { burgerId, na, limit }) => {
  const rows = await db.verwijderdeZaak.findMany({
    where: { burgerId, ...(na && { id: { lt: na } }) },
    orderBy: { id: 'desc' },
    take: limit,
  })
  return rows.map(({ id, verwijderdOp }) => ({ id, gegevens: { kenmerk: id, verwijderdOp } }))
}
