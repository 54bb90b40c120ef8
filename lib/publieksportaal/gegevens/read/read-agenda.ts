import type { ReadOnderdeel } from '../onderdeel.ts'

/** A citizen has one at most. Without its address: who has the file would have that too. */
export const readAgenda: ReadOnderdeel = async ({ db }, { burgerId, na }) => {
  const select = { taal: true, aangemaaktOp: true, opgehaaldOp: true }
  const gegevens = na === undefined && (await db.agenda.findUnique({ where: { burgerId }, select }))
  return gegevens ? [{ id: burgerId, gegevens }] : []
}
