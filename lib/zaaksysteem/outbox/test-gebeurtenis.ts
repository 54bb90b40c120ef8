import type pg from 'pg'
import { insertGebeurtenissen } from './compose-gebeurtenis.ts'

const INSERT = `
  with act as (
    select 1 as n, gen_random_uuid() as gebeurtenis_id, $2::timestamptz as vastgelegd_op, $1::uuid as zaak_id,
      'nl.overheid.zaken.zaakstatus-gewijzigd' as type, '{"specversion":"1.0"}' as event
  )
  ${insertGebeurtenissen('act')}`

/** Inserts an event of a zaak without its change, in its own transaction or in that of the client. */
export async function insertTestGebeurtenis(
  on: Pick<pg.Pool, 'query'> | pg.PoolClient,
  { zaakId, vastgelegdOp }: { zaakId: string; vastgelegdOp: Date },
): Promise<void> {
  await (on as pg.Pool).query(INSERT, [zaakId, vastgelegdOp])
}
