import type { ZaaksysteemContext } from '../context.ts'
import type { Bulkhandeling } from './bulkhandelingen.ts'

const NEWEST = 20

type BulkopdrachtRegel = {
  id: string
  handeling: Bulkhandeling
  gestartOp: Date
  klaarOp: Date | null
  totaal: number
  gedaan: number
  geweigerd: number
}

/** Returns the last opdrachten that this behandelaar started, newest first. */
export async function findBulkopdrachtenOf(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  behandelaarId: string,
): Promise<BulkopdrachtRegel[]> {
  const { rows } = await pool.query<BulkopdrachtRegel>(
    `select id, handeling, gestart_op as "gestartOp", opdracht.klaar_op as "klaarOp", counted.*
     from bulkopdracht opdracht cross join lateral (
       select count(*)::int as totaal, count(*) filter (where uitkomst = 'gedaan')::int as gedaan,
         count(*) filter (where uitkomst = 'geweigerd')::int as geweigerd
       from bulkregel where opdracht_id = opdracht.id
     ) counted
     where behandelaar_id = $1 and gestart_op is not null
     order by gestart_op desc limit ${NEWEST}`,
    [behandelaarId],
  )
  return rows
}
