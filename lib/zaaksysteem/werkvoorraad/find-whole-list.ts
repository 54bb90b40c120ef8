import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { sql } from '#lib/platform/postgres/sql.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { type Gerechtigde, zakenMet } from '../rechten/mag.ts'
import { readZaken } from './read-zaken.ts'
import { toSelection, type WerkvoorraadFilter } from './werkvoorraad-filter.ts'
import type { Richting, Sortering } from './werkvoorraad-sort.ts'

type Query = WerkvoorraadFilter & { sorteer: Sortering; richting: Richting }
type Chosen = { id: string; behandelaarId: string | null; team: string }

/** Returns the zaken on all pages of a list for its reader, at most `limit`, each with its behandelaar. */
export async function findWholeList(
  { pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  { query, lezer, limit }: { query: Query; lezer: Gerechtigde; limit: number },
): Promise<Chosen[]> {
  const selection = toSelection(query, lezer, dateInAmsterdam(clock()))
  const select = sql`select zaak.id, zaak.behandelaar_id as "behandelaarId", zaak.team`
  const list = { ...selection, select, richting: query.richting, limit }
  return inTransaction(pool, async (client) => (await readZaken<Chosen>(client, list)).rows)
}

/** True when the reader may read this zaak. Records no look, because it shows nothing of the zaak. */
export async function isReadable(
  { db }: Pick<ZaaksysteemContext, 'db'>,
  zaakId: string,
  lezer: Gerechtigde,
): Promise<boolean> {
  return (await db.zaak.count({ where: { id: zaakId, AND: zakenMet(lezer, 'lezen') } })) > 0
}
