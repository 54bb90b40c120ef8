import { v7 } from 'uuid'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'

/** A behandelaar; `team` is empty when he has none. */
type Person = { id: string; team: string; rollen: string[] }

export type Weergave = {
  id: string
  naam: string
  lijst: string
  vraag: string
  /** null: only its maker sees it */
  team: string | null
  mayDelete: boolean
}

const FIND = `
  select id, naam, lijst, vraag, team, behandelaar_id = $1::uuid or $3 as "mayDelete"
  from weergave
  where behandelaar_id = $1::uuid or team = $2
  order by naam collate "C", id`

/** Returns the own weergaven of a behandelaar and those of the team, by name. */
export async function findWeergaven(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  { id, team, rollen }: Person,
): Promise<Weergave[]> {
  const { rows } = await pool.query<Weergave>(FIND, [id, team || null, rollen.includes('beheerder')])
  return rows
}

export const MAX_WEERGAVEN = 50
/** The length that the column allows. */
export const MAX_NAAM = 60

type NieuweWeergave = {
  naam: string
  lijst: 'open' | 'mijn' | 'afgehandeld'
  vraag: string
  /** true: every member of the team sees it */
  isVanTeam: boolean
}

type WeergaveRefusal = 'too_many' | 'name_taken' | 'no_team'

/** Serializes the saves of one behandelaar, so that the second save counts the first. */
const LOCK = 'select from behandelaar where id = $1::uuid for no key update'

const COUNT = `
  select count(*)::int as count, coalesce(bool_or(naam = $2), false) as "isTaken"
  from weergave where behandelaar_id = $1::uuid`

const SAVE = `
  insert into weergave (id, behandelaar_id, naam, lijst, vraag, team)
  values ($1::uuid, $2::uuid, $3, $4, $5, $6)`

/** Saves a list with its filters under a name. */
export function saveWeergave(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  { naam, lijst, vraag, isVanTeam }: NieuweWeergave,
  { id, team }: Pick<Person, 'id' | 'team'>,
): Promise<{ ok: true } | { ok: false; broken: WeergaveRefusal[] }> {
  return inTransaction(ctx.pool, async (client) => {
    await client.query(LOCK, [id])
    const { rows } = await client.query<{ count: number; isTaken: boolean }>(COUNT, [id, naam])
    const { count = 0, isTaken = false } = rows[0] ?? {}
    const broken: WeergaveRefusal[] = [
      ...(count >= MAX_WEERGAVEN ? ['too_many' as const] : []),
      ...(isTaken ? ['name_taken' as const] : []),
      ...(isVanTeam && !team ? ['no_team' as const] : []),
    ]
    if (broken.length > 0) return { ok: false as const, broken }
    const weergaveId = v7({ msecs: ctx.clock().getTime() })
    await client.query(SAVE, [weergaveId, id, naam, lijst, vraag, isVanTeam ? team : null])
    return { ok: true as const }
  })
}

const DELETE = `
  delete from weergave
  where id = $1::uuid and (behandelaar_id = $2::uuid or team = $3 and $4)`

/**
 * Deletes a weergave that the behandelaar made, or one of the team when he is a beheerder. Ignores any other.
 */
export async function deleteWeergave(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  weergaveId: string,
  { id, team, rollen }: Person,
): Promise<void> {
  await pool.query(DELETE, [weergaveId, id, team || null, rollen.includes('beheerder')])
}
