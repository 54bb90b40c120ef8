import type { PublieksportaalContext } from '../context.ts'
import { IS_BERICHT, STATUS_WITH_ZAAKTYPE } from './is-bericht.ts'

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
