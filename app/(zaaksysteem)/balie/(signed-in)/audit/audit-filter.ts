import { z } from 'zod'
import { optional, optionalCursor, period, toPeriod } from '#lib/ui/staff/search-params.ts'
import { audittrail } from '#lib/ui/texts/balie/audittrail.ts'
import { wijzigingen } from '#lib/ui/texts/wijzigingen.ts'
import type { Auditnaam } from '#lib/zaaksysteem/audit/auditnamen.ts'
import { type AuditregelFilter, findZaakId } from '#lib/zaaksysteem/audit/auditregel-filter.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { HANDELINGEN } from '#lib/zaaksysteem/zaak/handelingen/handelingen.ts'

const others: Record<Auditnaam, string> = audittrail.namen

/** The desk's name of every recorded handeling. */
export const AUDITNAAM_LABELS: Record<string, string> = {
  ...others,
  ...Object.fromEntries(
    Object.values(HANDELINGEN).map(({ auditnaam, soort }) => [auditnaam, wijzigingen[soort].balie]),
  ),
}

export const auditFields = z.object({
  wie: optional(z.string().min(1).max(200)),
  mensen: optional(z.literal('alleen')),
  wat: optional(z.enum(Object.keys(AUDITNAAM_LABELS))),
  zaak: optional(z.string().trim().min(1).max(40)),
  samen: optional(z.uuidv7()),
  ...period,
  cursor: optionalCursor,
})

export type AuditFields = z.infer<typeof auditFields>

export async function toAuditregelFilter(
  ctx: Pick<ZaaksysteemContext, 'pool'>,
  { wie, wat, mensen, zaak, samen, ...fields }: AuditFields,
): Promise<AuditregelFilter> {
  return {
    wie,
    wat,
    alleenMensen: mensen !== undefined,
    samen,
    zaakId: zaak && (await findZaakId(ctx, zaak)),
    ...toPeriod(fields),
  }
}
