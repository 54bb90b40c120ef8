import { v7 } from 'uuid'
import type { ZaaksysteemContext } from '../../context.ts'
import { actorOf } from '../wijziging/apply-change.ts'

/** As the column has it. */
export const MAX_NOTITIE = 4000

const ADD = `
  insert into notitie (id, zaak_id, tekst, door_id, aangemaakt_op)
  select $1::uuid, id, $3, $4::uuid, $5::timestamptz from zaak where id = $2::uuid`

/** Writes an internal note at a zaak, open or closed. It is nobody's business outside: no event, no versie. */
export async function addNotitie(
  ctx: ZaaksysteemContext,
  { zaakId, tekst, behandelaarId }: { zaakId: string; tekst: string; behandelaarId: string },
): Promise<{ ok: true } | { ok: false; reason: 'not_found' }> {
  const now = ctx.clock()
  const values = [v7({ msecs: now.getTime() }), zaakId, tekst, behandelaarId, now]
  const { rowCount } = await ctx.pool.query(ADD, values)
  if (rowCount === 0) return { ok: false, reason: 'not_found' }
  ctx.log.info({ ...actorOf({ behandelaarId }), handeling: 'notitie_toevoegen', zaakId }, 'Handeling')
  return { ok: true }
}
