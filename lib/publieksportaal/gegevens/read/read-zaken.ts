import { loadZaken } from '../../zaak/load-zaken.ts'
import type { ReadOnderdeel } from '../onderdeel.ts'

/** Of the zaaktype only what it is: its texts are the same for everybody. */
export const readZaken: ReadOnderdeel = async (ctx, { burgerId, na, limit }) => {
  const rows = await ctx.db.zaak.findMany({
    where: { burgerId, ...(na && { id: { lt: na } }) },
    select: { id: true },
    orderBy: { id: 'desc' },
    take: limit,
  })
  const zaken = await loadZaken(ctx, { burgerId, ids: rows.map(({ id }) => id) })
  return zaken.map(({ id, zaaktype, ...zaak }) => ({
    id,
    gegevens: { kenmerk: id, zaaktype: zaaktype.omschrijving.nl, ...zaak },
  }))
}
