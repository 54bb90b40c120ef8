import type { ReadOnderdeel } from './onderdeel.ts'

/** The hash itself tells nobody anything, and is of use only to who has the key: that it is held is what there is to know. */
export const readBurger: ReadOnderdeel = async ({ db }, { burgerId, na }) => {
  if (na) return []
  const burger = await db.burger.findUnique({ where: { id: burgerId }, select: { id: true, liveVolgnummer: true } })
  if (!burger) return []
  const bsn = 'alleen als code (HMAC-SHA-256 met een geheime sleutel), niet het nummer zelf'
  return [{ id: burger.id, gegevens: { kenmerk: burger.id, bsn, aantalWijzigingen: burger.liveVolgnummer } }]
}
