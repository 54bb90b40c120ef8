import { z } from 'zod'
import type { BezorgingStatus } from '../../generated/client.ts'

export type BezorgingFilter = {
  abonnementId?: string | undefined
  status?: BezorgingStatus | undefined
  /** type of the event */
  type?: string | undefined
  /** a whole zaaknummer, or the UUID of a zaak */
  zoek?: string | undefined
  /** when the event was logged: from `van`, before `tot` */
  van?: Date | undefined
  tot?: Date | undefined
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
  if (filter.van) conditions.push(`gebeurtenis.vastgelegd_op >= ${add(filter.van)}::timestamptz`)
  if (filter.tot) conditions.push(`gebeurtenis.vastgelegd_op < ${add(filter.tot)}::timestamptz`)
  return conditions
}

/** PostgreSQL refuses NUL in text. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '')
}
