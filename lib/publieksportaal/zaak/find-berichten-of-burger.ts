import { z } from 'zod'
import { decodeCursor, toPage } from '#lib/platform/postgres/keyset.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import type { Herinneringsoort } from '#lib/publieksportaal/generated/client.ts'
import { loadZaken } from './find-zaken-of-burger.ts'
import type { ZaakVanBurger } from './zaak-van-burger.ts'

/**
 * Selects the rows of `status` that the citizen is told of outside the page of the zaak. Expects `status` and
 * the `zaaktype` of its zaak. A test compares it with `isBericht` in lib/voortgang, which judges a loaded
 * zaak.
 */
export const IS_BERICHT = `(
  status.soort <> 'statuswijziging'
  or not zaaktype.gegevens @> jsonb_build_object('statustypen', jsonb_build_array(
    jsonb_build_object('code', status.statuscode, 'informeren', false, 'isEindstatus', false)
  ))
  or zaaktype.gegevens @> jsonb_build_object('resultaattypen', jsonb_build_array(
    jsonb_build_object('statuscode', status.statuscode)
  ))
)`

/** "lateral" with its own order keeps the statussen of each zaak an index lookup, whatever the statistics. */
export const STATUS_WITH_ZAAKTYPE = `zaak
  join zaaktype on zaaktype.identificatie = zaak.zaaktype and zaaktype.versie = zaak.zaaktype_versie
  cross join lateral (select * from status where zaak_id = zaak.id order by versie) as status`

export const PAGE_SIZE = 25

/** `tijdstip` and the id of the event or herinnering */
const key = z.tuple([z.iso.datetime(), z.uuid()])

type Herinnerd = { herinneringsoort: Herinneringsoort; laatsteDag: string }
type Row = { id: string; tijdstip: Date; zaakId: string } & (
  | ({ versie: number } & { [Name in keyof Herinnerd]: null })
  | ({ versie: null } & Herinnerd)
)

/**
 * A change of a zaak, or a herinnering of a last day. `versie`: of the zaak after the change, which
 * identifies the row of its history. `gelezen`: that versie was on screen.
 */
export type BerichtVanBurger = {
  id: string
  tijdstip: Date
  zaak: ZaakVanBurger
} & ({ versie: number; gelezen: boolean } | Herinnerd)

/** Returns a page of the berichten of this citizen, of all zaken together, newest first. */
export async function findBerichtenOfBurger(
  ctx: Pick<PublieksportaalContext, 'pool' | 'db'>,
  {
    burgerId,
    ...query
  }: {
    burgerId: string
    /** `volgende` or `vorige` of an earlier answer; anything else gives the first page */
    cursor?: string | undefined
  },
): Promise<{ berichten: BerichtVanBurger[]; volgende: string | null; vorige: string | null }> {
  const cursor = decodeCursor(query.cursor, key)
  const backwards = cursor?.side === 'before'
  const direction = backwards ? 'asc' : 'desc'
  const beyond = (key: string) => (cursor ? `and (${key}) ${backwards ? '>' : '<'} ($2::timestamptz, $3::uuid)` : '')
  const inOrder = (tijdstip: string, id: string) =>
    `order by ${tijdstip} ${direction}, ${id} ${direction} limit ${PAGE_SIZE + 1}`
  const { rows } = await ctx.pool.query<Row>(
    `(select status.gebeurtenis_id as id, status.datum_status_gezet as tijdstip, status.zaak_id as "zaakId",
        status.versie, null as herinneringsoort, null as "laatsteDag"
      from ${STATUS_WITH_ZAAKTYPE}
      where zaak.burger_id = $1 and ${IS_BERICHT} ${beyond('status.datum_status_gezet, status.gebeurtenis_id')}
      ${inOrder('status.datum_status_gezet', 'status.gebeurtenis_id')})
     union all
     (select id, tijdstip, zaak_id, null, soort::text, laatste_dag::text from herinnering
      where burger_id = $1 ${beyond('tijdstip, id')} ${inOrder('tijdstip', 'id')})
     ${inOrder('tijdstip', 'id')}`,
    [burgerId, ...(cursor?.key ?? [])],
  )
  const page = toPage(rows, {
    size: PAGE_SIZE,
    cursor,
    keyOf: ({ tijdstip, id }): z.infer<typeof key> => [tijdstip.toISOString(), id],
  })
  const ids = [...new Set(page.rows.map(({ zaakId }) => zaakId))]
  const zaken = new Map((await loadZaken(ctx, { burgerId, ids })).map((zaak) => [zaak.id, zaak]))
  const berichten = page.rows.flatMap((row): BerichtVanBurger[] => {
    const { id, tijdstip, zaakId } = row
    const zaak = zaken.get(zaakId)
    // the zaak can have been removed in between
    if (!zaak) return []
    if (row.versie !== null) {
      return [{ id, tijdstip, zaak, versie: row.versie, gelezen: row.versie <= zaak.gezienVersie }]
    }
    return [{ id, tijdstip, zaak, herinneringsoort: row.herinneringsoort, laatsteDag: row.laatsteDag }]
  })
  return { berichten, volgende: page.next, vorige: page.previous }
}

/** The count stops here, because a page waits for it. */
export const MOST_ONGELEZEN = 99

const COUNT = `
  select count(*)::int as ongelezen from (
    select from ${STATUS_WITH_ZAAKTYPE}
    where zaak.burger_id = $1 and zaak.versie > zaak.gezien_versie and status.versie > zaak.gezien_versie and ${IS_BERICHT}
    limit ${MOST_ONGELEZEN + 1}
  ) as ongelezen`

/** Counts the berichten in versies not yet on screen; MOST_ONGELEZEN + 1 when there are more. */
export async function countOngelezen(
  { pool }: Pick<PublieksportaalContext, 'pool'>,
  burgerId: string,
): Promise<number> {
  const { rows } = await pool.query<{ ongelezen: number }>({ name: 'count-ongelezen', text: COUNT, values: [burgerId] })
  return rows[0]?.ongelezen ?? 0
}
