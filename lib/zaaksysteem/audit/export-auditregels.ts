import { CSV_START, csvLine } from '#lib/platform/csv-line.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { AuditregelFilter } from './auditregel-filter.ts'
import { type Auditregel, keyOf, readAuditregels } from './find-auditregels.ts'
import { KANALEN } from './kanaal.ts'
import { recordLook } from './record-look.ts'
import type { TracedActor } from './recorded-transaction.ts'
import { spanIdOf, toLogregel } from './to-logregel.ts'

const BATCH = 500

const COLUMNS: Record<string, (regel: Auditregel) => string | number | null> = {
  tijdstip: ({ tijdstip }) => tijdstip.toISOString(),
  actor_soort: ({ actorSoort }) => actorSoort,
  actor: ({ actor }) => actor,
  naam: ({ naam }) => naam,
  kanaal: ({ actorSoort }) => KANALEN[actorSoort],
  handeling: ({ handeling }) => handeling,
  zaaknummer: ({ identificatie }) => identificatie,
  zaak_id: ({ zaakId }) => zaakId,
  object_soort: ({ objectSoort }) => objectSoort,
  object_id: ({ objectId }) => objectId,
  aantal: ({ aantal }) => aantal,
  uitkomst: ({ uitkomst }) => uitkomst,
  trace_id: ({ traceId }) => traceId,
  span_id: spanIdOf,
  wijzigingen: ({ wijzigingen }) => wijzigingen && JSON.stringify(wijzigingen),
}

/** `csv` for a spreadsheet; `jsonl` has a Logregel per line. */
export type ExportForm = 'csv' | 'jsonl'

/**
 * Exports the auditregels of a filter, newest first. Records the export as a look before the first
 * line. Reads in batches, so memory use does not grow with the number of rows. Auditregels recorded
 * meanwhile are not included.
 */
export async function exportAuditregels(
  ctx: ZaaksysteemContext,
  { form, filter, actor }: { form: ExportForm; filter: AuditregelFilter; actor: TracedActor },
): Promise<AsyncGenerator<string>> {
  const begonnenOp = ctx.clock()
  const object = { soort: 'export', id: describeExport(form, filter) }
  await recordLook(ctx, {
    actor,
    handeling: 'audit_exporteren',
    begonnenOp,
    seen: [{ object, zaakId: filter.zaakId }],
  })
  return lines(ctx, form, { ...filter, tot: filter.tot ?? begonnenOp })
}

/** Describes the filter without a name or a zaaknummer. */
function describeExport(form: ExportForm, { wie, wat, alleenMensen, samen, van, tot }: AuditregelFilter): string {
  const chosen = {
    wie,
    wat,
    mensen: alleenMensen ? 'alleen' : undefined,
    samen,
    van: van?.toISOString(),
    tot: tot?.toISOString(),
  }
  const query = new URLSearchParams(Object.entries(chosen).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size > 0 ? `${form}?${query}` : form
}

async function* lines(ctx: ZaaksysteemContext, form: ExportForm, filter: AuditregelFilter): AsyncGenerator<string> {
  if (form === 'csv') yield CSV_START + csvLine(Object.keys(COLUMNS))
  let last: Auditregel | undefined
  do {
    const cursor = last && { side: 'after' as const, key: keyOf(last) }
    const rows = await readAuditregels(ctx, { filter, cursor, limit: BATCH })
    if (rows.length > 0) yield rows.map((regel) => toLine(ctx, form, regel)).join('')
    last = rows.length === BATCH ? rows.at(-1) : undefined
  } while (last)
}

function toLine(ctx: ZaaksysteemContext, form: ExportForm, regel: Auditregel): string {
  if (form === 'jsonl') return `${JSON.stringify(toLogregel(ctx, regel))}\n`
  return csvLine(Object.values(COLUMNS).map((read) => read(regel)))
}
