import type { ZaaksysteemContext } from '../../context.ts'

/** A behandelaar; `team` is empty when he has none. */
export type Person = { id: string; team: string; rollen: string[] }

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
