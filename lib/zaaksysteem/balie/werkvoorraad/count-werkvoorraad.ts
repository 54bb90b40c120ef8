import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { countZaken } from './read-zaken.ts'

export type WerkvoorraadCount = { open: number; vanMij: number }

/** The numbers beside the desk's menu, of open zaken; up to MAX_COUNTED. `vanMij` are those of this behandelaar. */
export function countWerkvoorraad(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  { behandelaarId }: { behandelaarId: string },
): Promise<WerkvoorraadCount> {
  return inTransaction(pool, async (client) => ({
    open: await countZaken(client, { conditions: ['einddatum is null'], values: [] }),
    vanMij: await countZaken(client, {
      conditions: ['einddatum is null', 'behandelaar_id = $1::uuid'],
      values: [behandelaarId],
    }),
  }))
}
