import type { ZaaksysteemContext } from '../../context.ts'
import type { Person } from './find-weergaven.ts'

const DELETE = `
  delete from weergave
  where id = $1::uuid and (behandelaar_id = $2::uuid or team = $3 and $4)`

/**
 * Deletes a weergave that the behandelaar made, or one of the team when he is a beheerder. Ignores any other.
 */
export async function deleteWeergave(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  weergaveId: string,
  { id, team, rollen }: Person,
): Promise<void> {
  await pool.query(DELETE, [weergaveId, id, team || null, rollen.includes('beheerder')])
}
