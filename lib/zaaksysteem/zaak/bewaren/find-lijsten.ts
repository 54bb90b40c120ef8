import { z } from 'zod'
import { decodeCursor, toPage } from '#lib/platform/postgres/keyset.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import type { Vernietigingsuitkomst, Verwijdergrond } from '#lib/zaaksysteem/generated/client.ts'
import type { Grond } from './grond.ts'
import { MOST_OF_LIJST } from './propose-vernietiging.ts'

const PAGE_SIZE = 25

const key = z.tuple([z.int32().positive()])

type Ctx = Pick<ZaaksysteemContext, 'pool'>

export type Lijst = {
  id: string
  /** the number by which people refer to it */
  nummer: number
  grond: Verwijdergrond
  /** the reason of a vergissing */
  toelichting: string | null
  voorgesteldDoorId: string
  voorgesteldDoor: string
  voorgesteldOp: Date
  goedgekeurdDoor: string | null
  goedgekeurdOp: Date | null
  afgewezenDoor: string | null
  afgewezenOp: Date | null
  afwijzing: string | null
  klaarOp: Date | null
  /** the number of zaken on it, of those still open, and of those destroyed */
  aantal: number
  open: number
  vernietigd: number
}

const SELECT_LIJST = `
  select lijst.id, nummer, grond, toelichting, voorgesteld_door_id as "voorgesteldDoorId",
    voorsteller.naam as "voorgesteldDoor", voorgesteld_op as "voorgesteldOp", goedkeurder.naam as "goedgekeurdDoor",
    goedgekeurd_op as "goedgekeurdOp", afwijzer.naam as "afgewezenDoor", afgewezen_op as "afgewezenOp", afwijzing,
    lijst.klaar_op as "klaarOp", regels.*
  from vernietigingslijst lijst
  join behandelaar voorsteller on voorsteller.id = voorgesteld_door_id
  left join behandelaar goedkeurder on goedkeurder.id = goedgekeurd_door_id
  left join behandelaar afwijzer on afwijzer.id = afgewezen_door_id
  cross join lateral (
    select count(*)::int as aantal, count(*) filter (where uitkomst is null)::int as open,
      count(*) filter (where uitkomst = 'vernietigd')::int as vernietigd
    from vernietigingsregel where lijst_id = lijst.id
  ) regels`

const COUNT_TE_BEOORDELEN = `
  select count(*)::int as count from vernietigingslijst
  where goedgekeurd_op is null and afgewezen_op is null and klaar_op is null and voorgesteld_door_id <> $1`

/**
 * Returns a page of the vernietigingslijsten, newest first.
 *
 * @param query.cursor of an earlier page; absent: the first page
 */
export async function findLijsten(
  { pool }: Ctx,
  query: { cursor?: string | undefined } = {},
): Promise<{ lijsten: Lijst[]; volgende: string | null; vorige: string | null }> {
  const cursor = decodeCursor(query.cursor, key)
  const backwards = cursor?.side === 'before'
  const { rows } = await pool.query<Lijst>(
    `${SELECT_LIJST} ${cursor ? `where nummer ${backwards ? '>' : '<'} $2` : ''}
     order by nummer ${backwards ? 'asc' : 'desc'} limit $1::int`,
    [PAGE_SIZE + 1, ...(cursor?.key ?? [])],
  )
  const page = toPage(rows, { size: PAGE_SIZE, cursor, keyOf: ({ nummer }): z.infer<typeof key> => [nummer] })
  return { lijsten: page.rows, volgende: page.next, vorige: page.previous }
}

export async function findLijst({ pool }: Ctx, id: string): Promise<Lijst | undefined> {
  return (await pool.query<Lijst>(`${SELECT_LIJST} where lijst.id = $1`, [id])).rows[0]
}

/** Returns the number of lijsten of others that wait for this person's judgment. */
export async function countTeBeoordelen({ pool }: Ctx, behandelaarId: string): Promise<number> {
  return (await pool.query<{ count: number }>(COUNT_TE_BEOORDELEN, [behandelaarId])).rows[0]?.count ?? 0
}

const REGELS_PER_PAGE = 50

export type Regel = Grond & {
  volgnummer: number
  /** null while it is on the lijst */
  uitkomst: Vernietigingsuitkomst | null
  /** the reason of an afgehaald regel */
  reden: string | null
  /** the person who took it off or held it */
  doorNaam: string | null
  klaarOp: Date | null
}

const SELECT_REGELS = `
  select volgnummer, zaak_id as "zaakId", versie, identificatie, zaaktype, zaaktypenaam, resultaatnaam, selectielijst,
    einddatum::text, bewaartermijn, archiefactiedatum::text, uitkomst, reden, behandelaar.naam as "doorNaam",
    klaar_op as "klaarOp"
  from vernietigingsregel left join behandelaar on behandelaar.id = door_id
  where lijst_id = $1`

/**
 * Returns a page of the present and former zaken of a vernietigingslijst.
 *
 * @param query.cursor of an earlier page; absent: the first page
 */
export async function findRegels(
  { pool }: Ctx,
  query: { lijstId: string; cursor?: string | undefined },
): Promise<{ regels: Regel[]; volgende: string | null; vorige: string | null }> {
  const cursor = decodeCursor(query.cursor, key)
  const backwards = cursor?.side === 'before'
  const { rows } = await pool.query<Regel>(
    `${SELECT_REGELS} ${cursor ? `and volgnummer ${backwards ? '<' : '>'} $3` : ''}
     order by volgnummer ${backwards ? 'desc' : 'asc'} limit $2::int`,
    [query.lijstId, REGELS_PER_PAGE + 1, ...(cursor?.key ?? [])],
  )
  const keyOf = ({ volgnummer }: Regel): z.infer<typeof key> => [volgnummer]
  const page = toPage(rows, { size: REGELS_PER_PAGE, cursor, keyOf })
  return { regels: page.rows, volgende: page.next, vorige: page.previous }
}

/** Returns all regels, for the verklaring. */
export async function findAllRegels({ pool }: Ctx, lijstId: string): Promise<Regel[]> {
  return (await pool.query<Regel>(`${SELECT_REGELS} order by volgnummer limit ${MOST_OF_LIJST}`, [lijstId])).rows
}

/** Returns a zaak that is still on a lijst. */
export async function findOpenRegel(
  { pool }: Ctx,
  { lijstId, zaakId }: { lijstId: string; zaakId: string },
): Promise<Regel | undefined> {
  const query = `${SELECT_REGELS} and zaak_id = $2 and uitkomst is null`
  return (await pool.query<Regel>(query, [lijstId, zaakId])).rows[0]
}
