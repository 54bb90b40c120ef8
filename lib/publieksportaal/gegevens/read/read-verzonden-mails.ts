import type { ReadOnderdeel } from '../onderdeel.ts'

export const readVerzondenMails: ReadOnderdeel = async ({ db }, { burgerId, na, limit }) => {
  const rows = await db.verzondenMail.findMany({
    where: { burgerId, ...(na && { id: { lt: na } }) },
    select: { id: true, zaakId: true, versies: true, verzondenOp: true },
    orderBy: { id: 'desc' },
    take: limit,
  })
  return rows.map(({ id, ...gegevens }) => ({ id, gegevens }))
}
