import { findVestigingsnummer } from '../../burger/vestiging.ts'
import type { ReadOnderdeel } from '../onderdeel.ts'

/** The hash itself tells nobody anything, and is of use only to who has the key: that it is held is what there is to know. */
export const readBurger: ReadOnderdeel = async (ctx, { burgerId, na }) => {
  if (na) return []
  const burger = await ctx.db.burger.findUnique({
    where: { id: burgerId },
    select: { id: true, liveVolgnummer: true, pushVoortgang: true, pushTermijnen: true },
  })
  if (!burger) return []
  const { id, liveVolgnummer: aantalWijzigingen, pushVoortgang, pushTermijnen } = burger
  const nummer = 'BSN of KvK-nummer alleen als code (HMAC-SHA-256 met een geheime sleutel), niet het nummer zelf'
  const meldingenOver = { voortgang: pushVoortgang, termijnen: pushTermijnen }
  const vestigingsnummer = await findVestigingsnummer(ctx, burgerId)
  const gegevens = { kenmerk: id, nummer, aantalWijzigingen, meldingenOver }
  return [{ id, gegevens: { ...gegevens, ...(vestigingsnummer && { vestigingsnummer }) } }]
}
