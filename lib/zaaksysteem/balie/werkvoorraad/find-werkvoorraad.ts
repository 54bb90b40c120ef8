import { dateInAmsterdam, daysBetween } from '#lib/platform/calendar.ts'
import { decodeCursor, toPage } from '#lib/platform/postgres/keyset.ts'
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
  /** null: a citizen */
  aanvragerKvk: string | null
  statusOmschrijving: string
  einddatumGepland: string
  uiterlijkeEinddatum: string
  einddatum: string | null
  dagenTotStreefdatum: number
  dagenTotFataleDatum: number
  behandelaarId: string | null
  behandelaarNaam: string | null
  team: string
  /**
   * whether the portal has the last change; `geen` when no abonnement wanted it, `voor_koppeling` when there was none yet
   */
  bezorging: 'bij' | 'onderweg' | 'mislukt' | 'overgeslagen' | 'geen' | 'voor_koppeling'
}

export type Werkvoorraad = {
  regels: WerkvoorraadRegel[]
  totaal: number
  volgende: string | null
  vorige: string | null
}

type Row = Omit<WerkvoorraadRegel, 'dagenTotStreefdatum' | 'dagenTotFataleDatum'> & { sleutel: string }

/** A page of the werkvoorraad, by keyset: new and removed rows shift no page, and later pages cost no more. */
export async function findWerkvoorraad(
  { pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  query: WerkvoorraadQuery,
): Promise<Werkvoorraad> {
  const cursor = decodeCursor(query.cursor, keySchema(query))
  const { expression, type } = SORT_KEYS[query.sorteer]
  const backwards = cursor?.side === 'before'
  const ascending = (query.richting === 'op') !== backwards
  const direction = ascending ? 'asc' : 'desc'

  const { values, add } = sqlParameters()
  const conditions = filterConditions(query, add)
  const counting = pool.query<{ totaal: number }>(
    `select count(*)::int as totaal from zaak where ${conditions.join(' and ')}`,
    [...values],
  )
  if (cursor) {
    const [, , sleutel, id] = cursor.key
    const position = `(${add(sleutel)}::${type}, ${add(id)}::uuid)`
    conditions.push(`(${expression}, zaak.id) ${ascending ? '>' : '<'} ${position}`)
  }
  const reading = pool.query<Row>(
    `${selectRegels(expression)}
     where ${conditions.join(' and ')}
     order by ${expression} ${direction}, zaak.id ${direction}
     limit ${PAGE_SIZE + 1}`,
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

const selectRegels = (sleutel: string) => `
  select zaak.id,
         zaak.identificatie,
         zaak.omschrijving,
         zaak.zaaktype,
         zaak.zaaktypenaam as "zaaktypeOmschrijving",
         zaak.statusnaam as "statusOmschrijving",
         zaak.aanvrager_naam as "aanvragerNaam",
         zaak.aanvrager_kvk as "aanvragerKvk",
         zaak.einddatum_gepland::text as "einddatumGepland",
         zaak.uiterlijke_einddatum::text as "uiterlijkeEinddatum",
         zaak.einddatum::text as einddatum,
         zaak.behandelaar_id as "behandelaarId",
         behandelaar.naam as "behandelaarNaam",
         zaak.team,
         (${BEZORGING}) as bezorging,
         (${sleutel})::text as sleutel
  from zaak
  left join behandelaar on behandelaar.id = zaak.behandelaar_id`

/** The delivery of the last change; with several abonnementen the one that is furthest behind. */
const BEZORGING = `
  select case
           when bool_or(bezorging.status = 'mislukt') then 'mislukt'
           when bool_or(bezorging.status = 'wachtend' or gebeurtenis.sequence is null) then 'onderweg'
           when bool_or(bezorging.status = 'bezorgd') then 'bij'
           when bool_or(bezorging.status = 'overgeslagen') then 'overgeslagen'
           when min(gebeurtenis.vastgelegd_op) < (select min(aangemaakt_op) from abonnement) then 'voor_koppeling'
           else 'geen'
         end
  from status
  join gebeurtenis on gebeurtenis.id = status.gebeurtenis_id
  left join bezorging on bezorging.gebeurtenis_id = gebeurtenis.id
  where status.zaak_id = zaak.id and status.versie = zaak.versie`
