import { z } from 'zod'
import { decodeCursor, toPage } from '#lib/platform/postgres/keyset.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { Vernietigingsuitkomst } from '../../generated/client.ts'
import type { Grond } from './grond.ts'
import { MOST_OF_LIJST } from './propose-vernietiging.ts'

const PAGE_SIZE = 50

const key = z.tuple([z.int32().positive()])

type Ctx = Pick<ZaaksysteemContext, 'pool'>

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
    [query.lijstId, PAGE_SIZE + 1, ...(cursor?.key ?? [])],
  )
  const keyOf = ({ volgnummer }: Regel): z.infer<typeof key> => [volgnummer]
  const page = toPage(rows, { size: PAGE_SIZE, cursor, keyOf })
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
