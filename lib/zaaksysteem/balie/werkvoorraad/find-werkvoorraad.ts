import { dateInAmsterdam, daysBetween } from '#lib/platform/calendar.ts'
import { decodeCursor, toPage } from '#lib/platform/postgres/keyset.ts'
import { ZAAKTYPEN } from '../../catalogus/catalogus.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { filterConditions, sqlParameters, type WerkvoorraadFilter } from './werkvoorraad-filter.ts'
import { keyOf, keySchema, type Richting, SORT_KEYS, type Sortering } from './werkvoorraad-sort.ts'

export const PAGE_SIZE = 25

export type WerkvoorraadQuery = WerkvoorraadFilter & {
  sorteer: Sortering
  richting: Richting
  /** `volgende` or `vorige` of an earlier answer; anything else gives the first page */
  cursor?: string | undefined
}

/** Dates are `yyyy-mm-dd`; days are negative when the date has passed. */
export type WerkvoorraadRegel = {
  id: string
  identificatie: string
  omschrijving: string
  zaaktype: string
  zaaktypeOmschrijving: string
  aanvragerNaam: string
  statusOmschrijving: string
  einddatumGepland: string
  uiterlijkeEinddatum: string
  einddatum: string | null
  dagenTotStreefdatum: number
  dagenTotFataleDatum: number
  behandelaarNaam: string | null
  /** whether the portal has the last change; `geen` when no abonnement wanted it */
  bezorging: 'bij' | 'onderweg' | 'mislukt' | 'overgeslagen' | 'geen'
}

export type Werkvoorraad = {
  regels: WerkvoorraadRegel[]
  totaal: number
  volgende: string | null
  vorige: string | null
}

type Row = Omit<WerkvoorraadRegel, 'dagenTotStreefdatum' | 'dagenTotFataleDatum'> & { sleutel: string }

/** A page of the werkvoorraad. By keyset: rows that come or go shift no page, and the last page costs what the first does. */
export async function findWerkvoorraad(
  { pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  query: WerkvoorraadQuery,
): Promise<Werkvoorraad> {
  const cursor = decodeCursor(query.cursor, keySchema(query))
  const { expression, type } = SORT_KEYS[query.sorteer]
  const backwards = cursor?.side === 'before'
  const ascending = (query.richting === 'op') !== backwards
  const direction = ascending ? 'ASC' : 'DESC'

  const { values, add } = sqlParameters()
  const conditions = filterConditions(query, add)
  const counting = pool.query<{ totaal: number }>(
    `SELECT count(*)::int AS totaal FROM zaak WHERE ${conditions.join(' AND ')}`,
    [...values],
  )
  if (cursor) {
    const [, , sleutel, id] = cursor.key
    const position = `(${add(sleutel)}::${type}, ${add(id)}::uuid)`
    conditions.push(`(${expression}, zaak.id) ${ascending ? '>' : '<'} ${position}`)
  }
  const reading = pool.query<Row>(
    `${selectRegels(expression, LABELS.map(add))}
     WHERE ${conditions.join(' AND ')}
     ORDER BY ${expression} ${direction}, zaak.id ${direction}
     LIMIT ${PAGE_SIZE + 1}`,
    values,
  )
  const [{ rows: counted }, { rows }] = await Promise.all([counting, reading])

  const page = toPage(rows, { size: PAGE_SIZE, cursor, keyOf: (row) => keyOf(query, row) })
  const today = dateInAmsterdam(clock())
  return {
    regels: page.rows.map((row) => toRegel(row, today)),
    totaal: counted[0]?.totaal ?? 0,
    volgende: page.next,
    vorige: page.previous,
  }
}

function toRegel({ sleutel: _, ...row }: Row, today: string): WerkvoorraadRegel {
  return {
    ...row,
    dagenTotStreefdatum: daysBetween(today, row.einddatumGepland),
    dagenTotFataleDatum: daysBetween(today, row.uiterlijkeEinddatum),
  }
}

/** zaaktype, statuscode and their Dutch names, as four columns: names live in code, but the database sorts by them. */
const LABELS = columns(
  ZAAKTYPEN.flatMap(({ identificatie, omschrijving, statustypen, resultaattypen }) =>
    [
      ...statustypen.map((statustype) => [statustype.code, statustype.omschrijving.nl]),
      ...resultaattypen.map((resultaattype) => [resultaattype.statuscode, resultaattype.omschrijving.nl]),
    ].map(([statuscode, label]) => [identificatie, statuscode, omschrijving.nl, label]),
  ),
)

function columns<T>(rows: T[][]): T[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] as T))
}

const selectRegels = (sleutel: string, labels: string[]) => `
  SELECT zaak.id,
         zaak.identificatie,
         zaak.omschrijving,
         zaak.zaaktype,
         label.zaaktype_omschrijving AS "zaaktypeOmschrijving",
         zaak.aanvrager_naam AS "aanvragerNaam",
         label.status_omschrijving AS "statusOmschrijving",
         zaak.einddatum_gepland::text AS "einddatumGepland",
         zaak.uiterlijke_einddatum::text AS "uiterlijkeEinddatum",
         zaak.einddatum::text AS einddatum,
         behandelaar.naam AS "behandelaarNaam",
         (${BEZORGING}) AS bezorging,
         (${sleutel})::text AS sleutel
  FROM zaak
  JOIN unnest(${labels.map((label) => `${label}::text[]`).join(', ')})
    AS label (zaaktype, statuscode, zaaktype_omschrijving, status_omschrijving)
    ON label.zaaktype = zaak.zaaktype AND label.statuscode = zaak.statuscode
  LEFT JOIN behandelaar ON behandelaar.id = zaak.behandelaar_id`

/** Of the last change. With several abonnementen: the one that is least far. */
const BEZORGING = `
  SELECT CASE
           WHEN bool_or(bezorging.status = 'mislukt') THEN 'mislukt'
           WHEN bool_or(bezorging.status = 'wachtend' OR gebeurtenis.sequence IS NULL) THEN 'onderweg'
           WHEN bool_or(bezorging.status = 'bezorgd') THEN 'bij'
           WHEN bool_or(bezorging.status = 'overgeslagen') THEN 'overgeslagen'
           ELSE 'geen'
         END
  FROM status
  JOIN gebeurtenis ON gebeurtenis.id = status.gebeurtenis_id
  LEFT JOIN bezorging ON bezorging.gebeurtenis_id = gebeurtenis.id
  WHERE status.zaak_id = zaak.id AND status.versie = zaak.versie`
