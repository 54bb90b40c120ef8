import { z } from 'zod'
import { type Period, periodConditions } from '#lib/platform/postgres/period.ts'
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
export function filterConditions(filter: BezorgingFilter, add: (value: unknown) => string): string[] {
  const conditions = ['true']
  if (filter.abonnementId) {
    if (!isUuid(filter.abonnementId)) return ['false']
    conditions.push(`bezorging.abonnement_id = ${add(filter.abonnementId)}::uuid`)
  }
  if (filter.status) conditions.push(`bezorging.status = ${add(filter.status)}::bezorging_status`)
  if (filter.type) conditions.push(`gebeurtenis.type = ${add(withoutNul(filter.type))}`)
  const zoek = withoutNul(filter.zoek ?? '').trim()
  // On gebeurtenis, which has the index on zaak_id.
  if (isUuid(zoek)) conditions.push(`gebeurtenis.zaak_id = ${add(zoek)}::uuid`)
  else if (zoek) {
    const nummer = `upper(${add(zoek)})`
    conditions.push(
      `gebeurtenis.zaak_id = coalesce(
         (select id from zaak where identificatie = ${nummer}),
         (select id from verwijderde_zaak where identificatie = ${nummer})
       )`,
    )
  }
  return [...conditions, ...periodConditions('gebeurtenis.vastgelegd_op', filter, add)]
}

/** PostgreSQL refuses NUL in text. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '')
}
