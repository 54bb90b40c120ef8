import type { ReadOnderdeel } from '../onderdeel.ts'

/** The hash itself tells nobody anything, and is of use only to who has the key: that it is held is what there is to know. */
export const readBurger: ReadOnderdeel = async ({ db }, { burgerId, na }) => {
  if (na) return []
  const burger = await db.burger.findUnique({
    where: { id: burgerId },
    select: { id: true, liveVolgnummer: true, pushVoortgang: true, pushTermijnen: true },
  })
  if (!burger) return []
  const { id, liveVolgnummer: aantalWijzigingen, pushVoortgang, pushTermijnen } = burger
  const bsn = 'alleen als code (HMAC-SHA-256 met een geheime sleutel), niet het nummer zelf'
  const meldingenOver = { voortgang: pushVoortgang, termijnen: pushTermijnen }
  return [{ id, gegevens: { kenmerk: id, bsn, aantalWijzigingen, meldingenOver } }]
}
