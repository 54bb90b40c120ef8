import { z } from 'zod'
import type { ZaaksysteemContext } from '../context.ts'

/** Notes that a beheerder has seen a melding. A repeat keeps the first time. */
export async function markMeldingGezien(
  { db, clock }: Pick<ZaaksysteemContext, 'db' | 'clock'>,
  id: string,
): Promise<{ ok: true } | { ok: false; reason: 'not_found' }> {
  if (!z.uuid().safeParse(id).success) return { ok: false, reason: 'not_found' }
  const { count } = await db.melding.updateMany({ where: { id, gezienOp: null }, data: { gezienOp: clock() } })
  if (count === 1 || (await db.melding.count({ where: { id } })) === 1) return { ok: true }
  return { ok: false, reason: 'not_found' }
}
