import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { countAtMost } from './count-at-most.ts'
import { lookUpZaken } from './look-up-zaken.ts'

export type WerkvoorraadCount = { open: number; vanMij: number }

const COUNT = `
  select (${countAtMost(['einddatum is null'])}) as open,
         (${countAtMost(['einddatum is null', 'behandelaar_id = $1::uuid'])}) as "vanMij"`

/** The numbers beside the desk's menu, of open zaken; up to MAX_COUNTED. `vanMij` are those of this behandelaar. */
export function countWerkvoorraad(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  { behandelaarId }: { behandelaarId: string },
): Promise<WerkvoorraadCount> {
  return inTransaction(pool, async (client) => {
    await client.query(lookUpZaken({}))
    const { rows } = await client.query<WerkvoorraadCount>(COUNT, [behandelaarId])
    return rows[0] as WerkvoorraadCount
  })
}
