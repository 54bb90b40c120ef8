import { dateInAmsterdam, daysBetween } from '#lib/platform/calendar.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import { decodeCursor, toPage } from '#lib/platform/postgres/keyset.ts'
import { raw } from '#lib/platform/postgres/sql.ts'
import { TEAMNAAM } from '../catalogus/team/find-teams.ts'
import type { ZaaksysteemContext } from '../context.ts'
import type { Opschorting } from '../generated/client.ts'
import type { Gerechtigde } from '../rechten/mag.ts'
import { besloten } from '../zaak/handelingen/te-laat/te-laat.ts'
import { countZaken, readZaken } from './read-zaken.ts'
import { toSelection, type WerkvoorraadFilter } from './werkvoorraad-filter.ts'
import { keyOf, keySchema, type Richting, SORT_KEYS, type Sortering } from './werkvoorraad-sort.ts'

/** The bezorging of the last change to the portal; the worst one of several abonnementen. */
const BEZORGING = `
  select case
           when bool_or(bezorging.status = 'mislukt') then 'mislukt'
           when bool_or(bezorging.status = 'wachtend' or gebeurtenis.sequence > (select max(tot_sequence) from verspreiding))
             then 'onderweg'
           when bool_or(bezorging.status = 'bezorgd') then 'bij'
           when bool_or(bezorging.status = 'overgeslagen') then 'overgeslagen'
           else 'geen'
         end
  from status
  join gebeurtenis on gebeurtenis.id = status.gebeurtenis_id
  left join bezorging on bezorging.gebeurtenis_id = gebeurtenis.id
  where status.zaak_id = zaak.id and status.versie = zaak.versie`

/** Selects the rows of the werkvoorraad, each with its sort key. */
const selectRegels = (sleutel: string, today: string) => `
  select zaak.id,
         zaak.identificatie,
         zaak.omschrijving,
         zaak.zaaktype,
         zaak.zaaktypenaam as "zaaktypeOmschrijving",
         zaak.statusnaam as "statusOmschrijving",
         zaak.aanvrager_naam as "aanvragerNaam",
         zaak.aanvrager_kvk as "aanvragerKvk",
         zaak.aanvrager_vestiging as "aanvragerVestiging",
         zaak.startdatum::text as startdatum,
         zaak.einddatum_gepland::text as "einddatumGepland",
         zaak.uiterlijke_einddatum::text as "uiterlijkeEinddatum",
         zaak.einddatum::text as einddatum,
         case when zaak.opgeschort_op <= zaak.uiterlijke_einddatum then zaak.opschorting end as opschorting,
         ${besloten(today)} as "isBesloten",
         zaak.behandelaar_id as "behandelaarId",
         nullif(zaak.behandelaarnaam, '') as "behandelaarNaam",
         zaak.team,
         ${TEAMNAAM} as teamnaam,
         zaak.vertrouwelijk,
         (${BEZORGING}) as bezorging,
         (${sleutel})::text as sleutel`

export const PAGE_SIZE = 25

export type WerkvoorraadQuery = WerkvoorraadFilter & {
  sorteer: Sortering
  richting: Richting
  /** `volgende` or `vorige` of an earlier page; anything else gives the first page */
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
  startdatum: string
  /** null: a citizen */
  aanvragerKvk: string | null
  aanvragerVestiging: string | null
  statusOmschrijving: string
  einddatumGepland: string
  uiterlijkeEinddatum: string
  einddatum: string | null
  dagenTotStreefdatum: number
  dagenTotFataleDatum: number
  /** The reason why the term stands still; null when it runs, or had ended before the suspension. */
  opschorting: Opschorting | null
  /** True when a besluit in force was made known: the open zaak is not late then. */
  isBesloten: boolean
  behandelaarId: string | null
  behandelaarNaam: string | null
  team: string
  teamnaam: string
  vertrouwelijk: boolean
  /** the bezorging of the last change to the portal; `geen` when no abonnement wanted it */
  bezorging: 'bij' | 'onderweg' | 'mislukt' | 'overgeslagen' | 'geen'
}

type Row = Omit<WerkvoorraadRegel, 'dagenTotStreefdatum' | 'dagenTotFataleDatum'> & { sleutel: string }

/**
 * Returns a page of the werkvoorraad as its reader may see it, by keyset: new and removed rows shift no page,
 * and later pages cost no more.
 */
export async function findWerkvoorraad(
  { pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  query: WerkvoorraadQuery,
  lezer: Gerechtigde,
) {
  const cursor = decodeCursor(query.cursor, keySchema(query))
  const isUp = (query.richting === 'op') !== (cursor?.side === 'before')
  const today = dateInAmsterdam(clock())
  const selection = toSelection(query, lezer, today)
  const { sorteer: _, ...filter } = query
  const [, , sleutel = '', id = ''] = cursor?.key ?? []
  const { rows, counted } = await inTransaction(pool, async (client) => {
    const { rows, isRare } = await readZaken<Row>(client, {
      ...selection,
      after: cursor && { sleutel, id },
      select: raw(selectRegels(SORT_KEYS[query.sorteer].expression, today)),
      richting: isUp ? 'op' : 'af',
      limit: PAGE_SIZE + 1,
    })
    return { rows, counted: await countZaken(client, { ...toSelection(filter, lezer, today), isRare }) }
  })

  const page = toPage(rows, { size: PAGE_SIZE, cursor, keyOf: (row) => keyOf(query, row) })
  return {
    regels: page.rows.map((row) => toRegel(row, today)),
    totaal: Math.max(counted.count, page.rows.length),
    /** true when the count reached its limit */
    isMeer: counted.isMore,
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
