import { validate } from 'uuid'
import { type Period, periodConditions } from '#lib/platform/postgres/keyset.ts'
import { type Sql, sql, withoutNul } from '#lib/platform/postgres/sql.ts'
import type { ZaaksysteemContext } from '../context.ts'

export type AuditregelFilter = Period & {
  /** `actor` */
  wie?: string | undefined
  wat?: string | undefined
  /** only handelingen of behandelaars, not of systems */
  alleenMensen?: boolean | undefined
  zaakId?: string | undefined
  /** the id of the first auditregel of a request: finds only the looks of that request */
  samen?: string | undefined
}

const NO_ZAAK = '00000000-0000-0000-0000-000000000000'

const FIND_ID = `
  select id from zaak where identificatie = upper($1)
  union all select id from verwijderde_zaak where identificatie = upper($1)`

/** Returns the id of the zaak, also a removed one, with this whole zaaknummer or UUID; NO_ZAAK if none. */
export async function findZaakId({ pool }: Pick<ZaaksysteemContext, 'pool'>, zoek: string): Promise<string> {
  if (validate(zoek)) return zoek
  const nummer = withoutNul(zoek).trim()
  const { rows } = await pool.query<{ id: string }>(FIND_ID, [nummer])
  return rows[0]?.id ?? NO_ZAAK
}

/**
 * Returns the conditions of a filter. Each has an index that also gives the order by time.
 *
 * `= any` instead of `=`, so that the planner does not leave out the column of `orderOf`.
 */
export function filterConditions(filter: AuditregelFilter): Sql[] {
  const { wie, wat, zaakId, samen, alleenMensen } = filter
  const conditions = [sql`true`]
  if (wie) conditions.push(sql`actor = any (array[${withoutNul(wie)}])`)
  if (wat) conditions.push(sql`handeling = any (array[${wat}])`)
  if (alleenMensen) conditions.push(sql`actor_soort = 'behandelaar'`)
  if (zaakId) conditions.push(sql`zaak_id = ${zaakId}::uuid`)
  if (samen) conditions.push(looksWith(samen))
  return [...conditions, ...periodConditions('tijdstip', filter)]
}

/**
 * Returns the columns that give the order by time. The first is the same in all rows of the filter: only its
 * index has this order. With tijdstip and id alone, the planner may read the rows of everybody.
 */
export function orderOf({ wie, wat }: AuditregelFilter): string[] {
  return [...(wie ? ['actor'] : wat ? ['handeling'] : []), 'tijdstip', 'id']
}

/**
 * Returns the condition for the looks of one request. The id is a UUID v7 of `tijdstip`, which has an index.
 */
function looksWith(id: string): Sql {
  const tijdstip = new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16))
  return sql`zaak_id is not null and tijdstip >= ${tijdstip}::timestamptz
    and tijdstip <= ${tijdstip}::timestamptz + interval '1 hour' and (handeling, begonnen_op, trace_id) = (
      select first.handeling, first.begonnen_op, first.trace_id from auditregel first
      where first.tijdstip = ${tijdstip}::timestamptz and first.id = ${id}::uuid
    )`
}
