import { z } from 'zod'
import { decodeCursor, toPage } from '#lib/platform/postgres/keyset.ts'
import type { PublieksportaalContext } from '../context.ts'
import { IS_BERICHT, STATUS_WITH_ZAAKTYPE } from './is-bericht.ts'
import { loadZaken } from './load-zaken.ts'
import type { ZaakVanBurger } from './zaak-van-burger.ts'

export const PAGE_SIZE = 25

/** `tijdstip` and `gebeurtenis_id` */
const key = z.tuple([z.iso.datetime(), z.uuid()])

type Row = { gebeurtenisId: string; tijdstip: Date; zaakId: string; versie: number }

export type BerichtVanBurger = {
  gebeurtenisId: string
  tijdstip: Date
  /** of the zaak after the change: tells which row of its history it is */
  versie: number
  /** whether it has been on screen, with the zaak */
  gelezen: boolean
  zaak: ZaakVanBurger
}

/** A page of the berichten of this citizen, of all zaken together, the newest first. */
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
  const { rows } = await ctx.pool.query<Row>(
    `select status.gebeurtenis_id as "gebeurtenisId", status.tijdstip, status.zaak_id as "zaakId", status.versie
     from ${STATUS_WITH_ZAAKTYPE}
     where zaak.burger_id = $1 and ${IS_BERICHT}
       ${cursor ? `and (status.tijdstip, status.gebeurtenis_id) ${backwards ? '>' : '<'} ($2::timestamptz, $3::uuid)` : ''}
     order by status.tijdstip ${direction}, status.gebeurtenis_id ${direction} limit ${PAGE_SIZE + 1}`,
    [burgerId, ...(cursor?.key ?? [])],
  )
  const page = toPage(rows, {
    size: PAGE_SIZE,
    cursor,
    keyOf: ({ tijdstip, gebeurtenisId }): z.infer<typeof key> => [tijdstip.toISOString(), gebeurtenisId],
  })
  const ids = [...new Set(page.rows.map(({ zaakId }) => zaakId))]
  const zaken = new Map((await loadZaken(ctx, { burgerId, ids })).map((zaak) => [zaak.id, zaak]))
  const berichten = page.rows.flatMap(({ zaakId, ...row }) => {
    const zaak = zaken.get(zaakId)
    // it can have been removed in between
    return zaak ? [{ ...row, gelezen: row.versie <= zaak.gezienVersie, zaak }] : []
  })
  return { berichten, volgende: page.next, vorige: page.previous }
}
