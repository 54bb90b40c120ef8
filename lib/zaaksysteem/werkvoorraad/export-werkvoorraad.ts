import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { raw } from '#lib/platform/postgres/sql.ts'
import { recordLook } from '../audit/record-look.ts'
import type { TracedActor } from '../audit/recorded-transaction.ts'
import { lookAtZaken } from '../catalogus/look-at-zaken.ts'
import { TEAMNAAM } from '../catalogus/team/find-teams.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Gerechtigde } from '../rechten/mag.ts'
import { loopt } from '../zaak/handelingen/te-laat/te-laat.ts'
import { readZaken } from './read-zaken.ts'
import { toSelection, type WerkvoorraadFilter } from './werkvoorraad-filter.ts'
import { type Richting, SORT_KEYS, type Sortering } from './werkvoorraad-sort.ts'

/** The most zaken in one file, and in memory at once. */
const EXPORT_LIMITS = { max: 100_000, batch: 1000 }

/** The columns of the file, without the BSN. Dates are `yyyy-mm-dd`. */
export type ExportRegel = {
  identificatie: string
  omschrijving: string
  zaaktype: string
  status: string
  aanvragerNaam: string
  team: string
  behandelaarNaam: string
  startdatum: string
  einddatumGepland: string
  uiterlijkeEinddatum: string
  einddatum: string | null
  /** of the first besluit */
  besluitdatum: string | null
  /** bekendmaking by the fatale datum (Awb 4:13); null while there is none and that is not past */
  opTijd: boolean | null
  staatStil: boolean
  vertrouwelijk: boolean
}

type Row = ExportRegel & { id: string; sleutel: string }

/** The last correction of the besluit that was made known first, ignoring those that were a mistake. */
const BESLUIT = `
  select datum, bekendmakingsdatum from (
    select distinct on (id) datum, bekendmakingsdatum, vervalreden from besluit where zaak_id = zaak.id
    order by id, versie desc
  ) besluit
  where vervalreden is distinct from 'vergissing'
  order by bekendmakingsdatum limit 1`

const select = (sleutel: string, today: string) => `
  select zaak.id, zaak.identificatie, zaak.omschrijving, zaak.zaaktypenaam as zaaktype, zaak.statusnaam as status,
    zaak.aanvrager_naam as "aanvragerNaam", ${TEAMNAAM} as team, zaak.behandelaarnaam as "behandelaarNaam",
    zaak.startdatum::text as startdatum, zaak.einddatum_gepland::text as "einddatumGepland",
    zaak.uiterlijke_einddatum::text as "uiterlijkeEinddatum", zaak.einddatum::text as einddatum,
    (select datum::text from (${BESLUIT}) eerste) as besluitdatum,
    coalesce((
      select bekendmakingsdatum <= zaak.uiterlijke_einddatum from (${BESLUIT}) eerste where bekendmakingsdatum <= '${today}'
    ), case when zaak.uiterlijke_einddatum < '${today}' and (zaak.einddatum is null or zaak.niet_laat_vanaf > '${today}')
        and ${loopt(today)} then false end) as "opTijd",
    coalesce(zaak.opgeschort_op <= zaak.uiterlijke_einddatum, false) as "staatStil", zaak.vertrouwelijk, (${sleutel})::text as sleutel`

type ExportQuery = WerkvoorraadFilter & { sorteer: Sortering; richting: Richting }

type Exporting = { query: ExportQuery; lezer: Gerechtigde; actor: TracedActor; limits?: typeof EXPORT_LIMITS }

/** `isCut`: the last batch, although there are more zaken than a file may hold. */
export type ExportBatch = { regels: ExportRegel[]; isCut: boolean }

/**
 * Reads a whole list, as far as the reader may see it, in keyset batches. The export is recorded before the
 * first batch, and each zaak before its batch is given. No transaction stays open between batches, so a zaak
 * that changes meanwhile may be missed or occur twice.
 */
export async function exportWerkvoorraad(
  ctx: ZaaksysteemContext,
  { query, lezer, actor, limits = EXPORT_LIMITS }: Exporting,
): Promise<AsyncGenerator<ExportBatch>> {
  const object = { soort: 'export', id: describeList(query) } as const
  const look = { actor, handeling: 'werkvoorraad_exporteren', begonnenOp: ctx.clock() } as const
  await recordLook(ctx, { ...look, seen: [{ object }] })
  return readBatches(ctx, { query, lezer, limits }, (zaakIds) => lookAtZaken(ctx, { ...look, object, zaakIds }))
}

/** Describes the list for the audittrail, without the search text, which may be a name. */
export function describeList(filter: WerkvoorraadFilter): string {
  const { afgehandeld, behandelaarId, team, zaaktype, statustype, termijn, opgeschort } = filter
  const behandelaar = behandelaarId === null ? 'niemand' : behandelaarId
  const chosen = { behandelaar, team, zaaktype, statustype, termijn, opgeschort }
  const query = new URLSearchParams(Object.entries(chosen).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  const lijst = afgehandeld ? 'afgehandeld' : 'open'
  return query.size > 0 ? `${lijst}?${query}` : lijst
}

async function* readBatches(
  ctx: ZaaksysteemContext,
  { query, lezer, limits: { max, batch } }: Omit<Required<Exporting>, 'actor'>,
  record: (zaakIds: string[]) => Promise<void>,
) {
  let last: Row | undefined
  for (let left = max; left > 0; ) {
    const size = Math.min(batch, left)
    const rows: Row[] = await readBatch(ctx, { query, lezer, last, limit: size + 1 })
    left -= size
    last = rows[size - 1]
    const hasMore = rows.length > size
    const regels = rows.slice(0, size)
    await record(regels.map(({ id }) => id))
    yield { regels, isCut: hasMore && left === 0 }
    if (!hasMore) return
  }
}

function readBatch(
  { pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  { query, lezer, last, limit }: Pick<Exporting, 'query' | 'lezer'> & { last: Row | undefined; limit: number },
): Promise<Row[]> {
  const today = dateInAmsterdam(clock())
  const selection = toSelection(query, lezer, today)
  return inTransaction(pool, async (client) => {
    const columns = raw(select(SORT_KEYS[query.sorteer].expression, today))
    const list = { ...selection, select: columns, richting: query.richting, after: last, limit }
    return (await readZaken<Row>(client, list)).rows
  })
}
