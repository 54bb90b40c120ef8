import { validate } from 'uuid'
import { z } from 'zod'
import { type Cursor, decodeCursor, type Period, periodConditions, toPage } from '#lib/platform/postgres/keyset.ts'
import { join, raw, sql, withoutNul } from '#lib/platform/postgres/sql.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Verwijdergrond } from '../../generated/client.ts'

const PAGE_SIZE = 50
const BATCH = 500

const MAX_MS = Date.UTC(9999, 0)
/** `verwijderdOp` in milliseconds, and id */
const key = z.tuple([z.int().min(0).max(MAX_MS), z.uuid()])
type Key = z.infer<typeof key>

type Ctx = Pick<ZaaksysteemContext, 'pool'>

/** The fact that a zaak was removed, without personal data. */
export type VerwijderdeZaak = {
  id: string
  identificatie: string
  /** identificatie of the zaaktype */
  zaaktype: string
  verwijderdOp: Date
  grond: Verwijdergrond
  /** the behandelaar or API client that removed it; for a lijst the person who approved that */
  doorNaam: string | null
  lijstId: string | null
  lijstNummer: number | null
}

export type VerwijderdeZaakFilter = Period & {
  /** a whole zaaknummer or UUID */
  zoek?: string | undefined
  zaaktype?: string | undefined
  grond?: Verwijdergrond | undefined
}

/**
 * Returns a page of removed zaken, newest first.
 *
 * @param query.cursor of an earlier page; anything else gives the first page
 */
export async function findVerwijderdeZaken(
  ctx: Ctx,
  { cursor: text, ...filter }: VerwijderdeZaakFilter & { cursor?: string | undefined } = {},
): Promise<{ zaken: VerwijderdeZaak[]; volgende: string | null; vorige: string | null }> {
  const cursor = decodeCursor(text, key)
  const rows = await read(ctx, filter, { cursor, limit: PAGE_SIZE + 1 })
  const page = toPage(rows, { size: PAGE_SIZE, cursor, keyOf })
  return { zaken: page.rows, volgende: page.next, vorige: page.previous }
}

/** Reads all removed zaken of a filter in batches. */
export async function* readVerwijderdeZaken(
  ctx: Ctx,
  filter: VerwijderdeZaakFilter,
): AsyncGenerator<VerwijderdeZaak[]> {
  let last: VerwijderdeZaak | undefined
  do {
    const cursor = last && { side: 'after' as const, key: keyOf(last) }
    const rows = await read(ctx, filter, { cursor, limit: BATCH })
    yield rows
    last = rows.length === BATCH ? rows.at(-1) : undefined
  } while (last)
}

const keyOf = ({ verwijderdOp, id }: VerwijderdeZaak): Key => [verwijderdOp.getTime(), id]

async function read(
  { pool }: Ctx,
  { zoek, zaaktype, grond, ...period }: VerwijderdeZaakFilter,
  { cursor, limit }: { cursor: Cursor<Key> | undefined; limit: number },
): Promise<VerwijderdeZaak[]> {
  const backwards = cursor?.side === 'before'
  const direction = raw(backwards ? 'asc' : 'desc')
  const nummer = zoek && withoutNul(zoek).trim().toUpperCase()
  const conditions = [sql`true`, ...periodConditions('verwijderd_op', period)]
  if (zoek && validate(zoek)) conditions.push(sql`verwijderd.id = ${zoek}::uuid`)
  else if (nummer) conditions.push(sql`identificatie = ${nummer}`)
  if (zaaktype) conditions.push(sql`zaaktype = ${zaaktype}`)
  if (grond) conditions.push(sql`verwijderd.grond = ${grond}::verwijdergrond`)
  if (cursor) {
    const [ms, id] = cursor.key
    const operator = raw(backwards ? '>' : '<')
    conditions.push(sql`(verwijderd_op, verwijderd.id) ${operator} (${new Date(ms)}::timestamptz, ${id}::uuid)`)
  }
  const { rows } = await pool.query<VerwijderdeZaak>(
    sql`select verwijderd.id, identificatie, zaaktype, verwijderd_op as "verwijderdOp", verwijderd.grond,
       coalesce(behandelaar.naam, door_client) as "doorNaam", lijst_id as "lijstId", nummer as "lijstNummer"
     from verwijderde_zaak verwijderd left join vernietigingslijst lijst on lijst.id = lijst_id
       left join behandelaar on behandelaar.id = coalesce(door_id, goedgekeurd_door_id)
     where ${join(conditions, ' and ')}
     order by verwijderd_op ${direction}, verwijderd.id ${direction} limit ${limit}::int`,
  )
  return rows
}
