import { CSV_START, csvLine } from '#lib/platform/csv-line.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import type { AuditregelFilter } from './auditregel-filter.ts'
import { type Auditregel, keyOf, readAuditregels } from './find-auditregels.ts'
import { KANALEN, type Kanaal } from './kanaal.ts'
import { recordLook } from './record-look.ts'
import type { TracedActor } from './recorded-transaction.ts'

type KeyValue = { key: string; value: string }

/**
 * An auditregel in the form of the standard Logboek Dataverwerkingen (Logius), section "Component: Logboek".
 */
type Logregel = {
  /** 16 bytes in hex */
  trace_id: string
  /** 8 bytes in hex */
  span_id: string
  /** 1: OK. 0: UNSET, also for a refusal; 2 would be a server fault only. */
  status_code: 0 | 1
  name: string
  start_time: string
  end_time: string
  parent_span_id?: string
  resource: { attributes: KeyValue[] }
  attributes: KeyValue[]
}

function toLogregel({ env }: Pick<ZaaksysteemContext, 'env'>, regel: Auditregel): Logregel {
  const { traceId, parentSpanId, uitkomst, tijdstip, begonnenOp, handeling } = regel
  return {
    trace_id: traceId,
    span_id: spanIdOf(regel),
    status_code: uitkomst === 'gelukt' ? 1 : 0,
    name: handeling,
    start_time: (begonnenOp ?? tijdstip).toISOString(),
    end_time: tijdstip.toISOString(),
    ...(parentSpanId && { parent_span_id: parentSpanId }),
    resource: { attributes: keyValues({ 'service.name': env.ZAAKSYSTEEM_SOURCE }) },
    attributes: keyValues(attributesOf(env, regel)),
  }
}

/** Returns the last half of the UUID, which is random except for two bits. */
function spanIdOf({ id }: Pick<Auditregel, 'id'>): string {
  return id.replaceAll('-', '').slice(16)
}

function attributesOf(env: ZaaksysteemContext['env'], regel: Auditregel): Record<string, string | number | null> {
  const kanaal: Kanaal = KANALEN[regel.actorSoort]
  return {
    ...((regel.zaakId || regel.objectSoort === 'zaken') && {
      'dpl.core.processing_activity_id':
        env.ZAAKSYSTEEM_VERWERKINGSACTIVITEIT ?? `${env.ZAAKSYSTEEM_SOURCE}:verwerkingsactiviteit:zaakbehandeling`,
    }),
    ...(regel.betrokkene && {
      'dpl.core.data_subject_id': regel.betrokkene,
      'dpl.core.data_subject_id_type': 'BSN',
    }),
    'dpl.zaakbode.kanaal': kanaal,
    'dpl.zaakbode.actor_soort': regel.actorSoort,
    'dpl.zaakbode.actor': regel.actor,
    'dpl.zaakbode.zaak_id': regel.zaakId,
    'dpl.zaakbode.object_soort': regel.objectSoort,
    'dpl.zaakbode.object_id': regel.objectId,
    'dpl.zaakbode.aantal': regel.aantal,
    'dpl.zaakbode.uitkomst': regel.uitkomst,
    'dpl.zaakbode.wijzigingen': regel.wijzigingen && JSON.stringify(regel.wijzigingen),
  }
}

function keyValues(values: Record<string, string | number | null>): KeyValue[] {
  return Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [{ key, value: String(value) }]))
}

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
