import { findEmailadres } from '../../emailadres/find-emailadres.ts'
import type { ReadOnderdeel } from '../onderdeel.ts'

/** A citizen has one at most. */
export const readEmailadres: ReadOnderdeel = async (ctx, { burgerId, na }) => {
  const gegevens = na === undefined && (await findEmailadres(ctx, { burgerId }))
  return gegevens ? [{ id: burgerId, gegevens }] : []
}
