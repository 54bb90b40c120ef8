import { z } from 'zod'
import type { ZaaksysteemContext } from '../context.ts'

/** A beheerder took note of a melding. The first time counts; later ones are fine. */
export async function markMeldingGezien(
  { db, clock }: Pick<ZaaksysteemContext, 'db' | 'clock'>,
  id: string,
): Promise<{ ok: true } | { ok: false; reason: 'not_found' }> {
  if (!z.uuid().safeParse(id).success) return { ok: false, reason: 'not_found' }
  const { count } = await db.melding.updateMany({ where: { id, gezienOp: null }, data: { gezienOp: clock() } })
  if (count === 1 || (await db.melding.count({ where: { id } })) === 1) return { ok: true }
  return { ok: false, reason: 'not_found' }
}
