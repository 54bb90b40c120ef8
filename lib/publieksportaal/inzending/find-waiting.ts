import type { PublieksportaalContext } from '../context.ts'

/** What citizens said and the zaaksysteem does not have yet. */
export type Waiting = {
  waiting: number
  /** when the oldest of it was said; null when nothing waits */
  sinds: Date | null
  /** why the last attempt with it failed; null when none did */
  foutcode: string | null
  httpStatus: number | null
}

const FIND = `
  select count(*) over ()::int as waiting, tijdstip as sinds, foutcode, http_status as "httpStatus"
  from inzending where volgende_poging is not null order by tijdstip limit 1`

export async function findWaiting({ pool }: Pick<PublieksportaalContext, 'pool'>): Promise<Waiting> {
  const { rows } = await pool.query<Waiting>(FIND)
  return rows[0] ?? { waiting: 0, sinds: null, foutcode: null, httpStatus: null }
}
