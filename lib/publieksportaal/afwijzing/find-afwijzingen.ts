import { z } from 'zod'
import { decodeCursor, type Period, periodConditions, toPage } from '#lib/platform/postgres/keyset.ts'
import { join, raw, sql } from '#lib/platform/postgres/sql.ts'
import type { PublieksportaalContext } from '../context.ts'

export const PAGE_SIZE = 25

/** `tijdstip` and `id` */
const key = z.tuple([z.iso.datetime(), z.uuid()])

export type AfwijzingRegel = {
  id: string
  tijdstip: Date
  /** the claimed source; null when absent or no URI reference */
  geclaimdeBron: string | null
  /** the source, when the sender was proven */
  bewezenBron: string | null
  reden: string
  code: string | null
  httpStatus: number
  grootteBytes: number
}

type AfwijzingFilter = Period & {
  reden?: string | undefined
  /** part of the source, claimed or proven */
  bron?: string | undefined
}

/** Returns a page of afwijzingen, newest first. Keyset pagination keeps every page as cheap as the first. */
export async function findAfwijzingen(
  { pool }: Pick<PublieksportaalContext, 'pool'>,
  query: AfwijzingFilter & {
    /** `volgende` or `vorige` of an earlier result; anything else gives the first page */
    cursor?: string | undefined
  } = {},
): Promise<{ regels: AfwijzingRegel[]; volgende: string | null; vorige: string | null }> {
  const cursor = decodeCursor(query.cursor, key)
  const backwards = cursor?.side === 'before'
  const conditions = [sql`true`]
  if (query.reden) conditions.push(sql`reden = ${query.reden}`)
  if (query.bron) {
    const part = query.bron.toLowerCase()
    conditions.push(sql`strpos(lower(concat_ws(' ', geclaimde_bron, bewezen_bron)), ${part}) > 0`)
  }
  conditions.push(...periodConditions('tijdstip', query))
  if (cursor) {
    const [tijdstip, id] = cursor.key
    conditions.push(sql`(tijdstip, id) ${raw(backwards ? '>' : '<')} (${tijdstip}::timestamptz, ${id}::uuid)`)
  }
  const direction = raw(backwards ? 'asc' : 'desc')
  const { rows } = await pool.query<AfwijzingRegel>(
    sql`select id, tijdstip, geclaimde_bron as "geclaimdeBron", bewezen_bron as "bewezenBron", reden, code,
       http_status as "httpStatus", grootte_bytes as "grootteBytes"
     from afwijzing where ${join(conditions, ' and ')}
     order by tijdstip ${direction}, id ${direction} limit ${PAGE_SIZE + 1}::int`,
  )
  const page = toPage(rows, {
    size: PAGE_SIZE,
    cursor,
    keyOf: ({ tijdstip, id }): z.infer<typeof key> => [tijdstip.toISOString(), id],
  })
  return { regels: page.rows, volgende: page.next, vorige: page.previous }
}

/**
 * Counts the afwijzingen of the last 24 hours by reason, the most frequent first, also those without a row.
 */
export async function countAfwijzingen({
  pool,
  clock,
}: Pick<PublieksportaalContext, 'pool' | 'clock'>): Promise<{ reden: string; aantal: number }[]> {
  const { rows } = await pool.query<{ reden: string; aantal: number }>(
    `select reden, sum(aantal)::int as aantal from afwijzing_telling
     where minuut > $1::timestamptz - interval '24 hours' group by reden order by aantal desc, reden`,
    [clock()],
  )
  return rows
}
