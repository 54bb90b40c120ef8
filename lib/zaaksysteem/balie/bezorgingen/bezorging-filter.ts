import { z } from 'zod'
import { type Period, periodConditions } from '#lib/platform/postgres/period.ts'
import { type Sql, sql } from '#lib/platform/postgres/sql.ts'
import type { BezorgingStatus } from '../../generated/client.ts'

/** Its period is that in which the event was logged. */
export type BezorgingFilter = Period & {
  abonnementId?: string | undefined
  status?: BezorgingStatus | undefined
  /** type of the event */
  type?: string | undefined
  /** a whole zaaknummer, or the UUID of a zaak */
  zoek?: string | undefined
}

const isUuid = (text: string) => z.uuid().safeParse(text).success

/** The conditions on `bezorging` and its `gebeurtenis` for a filter. */
export function filterConditions(filter: BezorgingFilter): Sql[] {
  const conditions = [sql`true`]
  if (filter.abonnementId) {
    if (!isUuid(filter.abonnementId)) return [sql`false`]
    conditions.push(sql`bezorging.abonnement_id = ${filter.abonnementId}::uuid`)
  }
  if (filter.status) conditions.push(sql`bezorging.status = ${filter.status}::bezorging_status`)
  if (filter.type) conditions.push(sql`gebeurtenis.type = ${withoutNul(filter.type)}`)
  const zoek = withoutNul(filter.zoek ?? '').trim()
  // On gebeurtenis, which has the index on zaak_id.
  if (isUuid(zoek)) conditions.push(sql`gebeurtenis.zaak_id = ${zoek}::uuid`)
  else if (zoek) {
    const nummer = sql`upper(${zoek})`
    conditions.push(
      sql`gebeurtenis.zaak_id = coalesce(
         (select id from zaak where identificatie = ${nummer}),
         (select id from verwijderde_zaak where identificatie = ${nummer})
       )`,
    )
  }
  return [...conditions, ...periodConditions('gebeurtenis.vastgelegd_op', filter)]
}

/** PostgreSQL refuses NUL in text. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '')
}
