import { z } from 'zod'
import { parseDatetimeLocal } from '#lib/ui/staff/datetime-local.ts'
import {
  optional,
  optionalCursor,
  optionalDatetime,
  readSearchParams,
  type SearchParams,
} from '#lib/ui/staff/search-params.ts'
import { findZaakId, type HandelingFilter } from '#lib/zaaksysteem/audit/handeling-filter.ts'
import { HANDELINGNAMEN } from '#lib/zaaksysteem/audit/handelingnamen.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'

const schema = z.object({
  wie: optional(z.string().min(1).max(200)),
  wat: optional(z.enum(HANDELINGNAMEN)),
  zaak: optional(z.string().trim().min(1).max(40)),
  van: optionalDatetime,
  tot: optionalDatetime,
  cursor: optionalCursor,
})

/** The fields of the filter, as they stand in the address. */
export type AuditFields = z.infer<typeof schema>

export function readAuditFields(searchParams: SearchParams): AuditFields {
  return readSearchParams(schema, searchParams)
}

/** What the use case is asked. */
export async function toHandelingFilter(
  ctx: Pick<ZaaksysteemContext, 'pool'>,
  { wie, wat, zaak, van, tot }: AuditFields,
): Promise<HandelingFilter> {
  return {
    wie,
    wat,
    zaakId: zaak && (await findZaakId(ctx, zaak)),
    van: van ? parseDatetimeLocal(van) : undefined,
    tot: tot ? parseDatetimeLocal(tot) : undefined,
  }
}
