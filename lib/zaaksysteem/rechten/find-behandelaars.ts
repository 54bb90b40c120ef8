import { z } from 'zod'
import { decodeCursor, toPage } from '#lib/platform/postgres/keyset.ts'
import { WITHOUT_NUL } from '#lib/platform/postgres/sql.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'

export const PAGE_SIZE = 25

/** Name and id. */
const key = z.tuple([z.string().regex(WITHOUT_NUL), z.uuid()])

type Context = Pick<ZaaksysteemContext, 'pool' | 'clock'>

export type BehandelaarRegel = {
  id: string
  naam: string
  /** empty when the identity provider names none */
  team: string
  rollen: string[]
  /** null when the last sign-in was before the zaaksysteem recorded it */
  laatstIngelogdOp: Date | null
  /** the number of sessies that are neither ended nor expired */
  sessies: number
}

type BehandelaarsPage = { regels: BehandelaarRegel[]; volgende: string | null; vorige: string | null }

/** Returns a page of everybody who ever signed in at the desk, by name. */
export async function findBehandelaars(
  ctx: Context,
  query: {
    /** part of the name or the team */
    zoek?: string | undefined
    /** `volgende` or `vorige` of an earlier page; anything else gives the first page */
    cursor?: string | undefined
  } = {},
): Promise<BehandelaarsPage> {
  const cursor = decodeCursor(query.cursor, key)
  const backwards = cursor?.side === 'before'
  const direction = backwards ? 'desc' : 'asc'
  const values: unknown[] = [ctx.clock(), query.zoek?.replaceAll('\0', ' ').trim() ?? '', ...(cursor?.key ?? [])]
  const { rows } = await ctx.pool.query<BehandelaarRegel>(
    `${SELECT_REGEL}
     where strpos(lower(naam || ' ' || team), lower($2)) > 0
       ${cursor ? `and (naam, id) ${backwards ? '<' : '>'} ($3, $4::uuid)` : ''}
     order by naam ${direction}, id ${direction}
     limit ${PAGE_SIZE + 1}`,
    values,
  )
  const page = toPage(rows, { size: PAGE_SIZE, cursor, keyOf: ({ naam, id }): z.infer<typeof key> => [naam, id] })
  return { regels: page.rows, volgende: page.next, vorige: page.previous }
}

export async function findBehandelaar(ctx: Context, id: string): Promise<BehandelaarRegel | undefined> {
  const { rows } = await ctx.pool.query<BehandelaarRegel>(`${SELECT_REGEL} where id = $2`, [ctx.clock(), id])
  return rows[0]
}

const SELECT_REGEL = `
  select id, naam, team, rollen, laatst_ingelogd_op as "laatstIngelogdOp",
         (select count(*)::int from sessie
          where behandelaar_id = behandelaar.id and beeindigd_op is null and verloopt_op > $1) as sessies
  from behandelaar`

/** Returns everybody of these teams who ever signed in at the desk, by name. */
export async function findCollegas({ db }: Pick<ZaaksysteemContext, 'db'>, teams: string[]) {
  return db.behandelaar.findMany({
    where: { team: { in: teams } },
    orderBy: [{ naam: 'asc' }, { id: 'asc' }],
    select: { id: true, naam: true, team: true, rollen: true },
  })
}
