import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { sql } from '#lib/platform/postgres/sql.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Gerechtigde } from '../rechten/mag.ts'
import { leesbaarSql } from '../rechten/mag-sql.ts'
import { countZaken } from './read-zaken.ts'

type WerkvoorraadCount = { open: number; vanMij: number }

/** Counts open zaken that the behandelaar may read, up to MAX_COUNTED; `vanMij` are his own. */
export function countWerkvoorraad(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  { id, ...lezer }: Gerechtigde & { id: string },
): Promise<WerkvoorraadCount> {
  const { filter, afscherming } = leesbaarSql(lezer)
  const open = { from: sql`zaak`, conditions: [sql`zaak.einddatum is null`, ...filter], afscherming }
  const vanMij = { ...open, conditions: [...open.conditions, sql`zaak.behandelaar_id = ${id}::uuid`] }
  return inTransaction(pool, async (client) => ({
    open: (await countZaken(client, open)).count,
    vanMij: (await countZaken(client, vanMij)).count,
  }))
}
