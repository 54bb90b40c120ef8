import type { ReadOnderdeel } from '../onderdeel.ts'

/** Without their texts: those are made when they are sent. */
export const readMails: ReadOnderdeel = async ({ db }, { burgerId, na, limit }) => {
  const rows = await db.uitgaandeMail.findMany({
    where: { burgerId, ...(na && { id: { lt: na } }) },
    select: { id: true, soort: true, zaakId: true, aangemaaktOp: true },
    orderBy: { id: 'desc' },
    take: limit,
  })
  return rows.map(({ id, ...gegevens }) => ({ id, gegevens }))
}
