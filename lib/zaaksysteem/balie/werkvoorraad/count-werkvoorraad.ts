import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Gerechtigde } from '../../rechten/mag.ts'
import { leesbaarSql } from '../../rechten/mag-sql.ts'
import { countZaken } from './read-zaken.ts'
import { sqlParameters } from './werkvoorraad-filter.ts'

export type WerkvoorraadCount = { open: number; vanMij: number }

/** The numbers beside the desk's menu, of open zaken that the behandelaar may read; up to MAX_COUNTED. `vanMij` are own. */
export function countWerkvoorraad(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  { id, ...lezer }: Gerechtigde & { id: string },
): Promise<WerkvoorraadCount> {
  const { values, add } = sqlParameters()
  const { filter, afscherming } = leesbaarSql(lezer, add)
  const open = { conditions: ['zaak.einddatum is null', ...filter], afscherming, values: [...values] }
  const vanMij = { ...open, conditions: [...open.conditions, `zaak.behandelaar_id = ${add(id)}::uuid`], values }
  return inTransaction(pool, async (client) => ({
    open: (await countZaken(client, open)).count,
    vanMij: (await countZaken(client, vanMij)).count,
  }))
}
