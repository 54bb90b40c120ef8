import type { PublieksportaalContext } from '../context.ts'
import { WACHTRIJEN } from '../outbox/wachtrijen.ts'

/** The inzendingen that are due and that the zaaksysteem does not have yet. */
export type Waiting = {
  waiting: number
  /** when the oldest became due; null when nothing waits */
  sinds: Date | null
  /** the cause of its last failed attempt; null when there is none */
  foutcode: string | null
  httpStatus: number | null
}

const { table, waits, since } = WACHTRIJEN.citizen_message
const FIND = `
  select count(*) over ()::int as waiting, ${since} as sinds, foutcode, http_status as "httpStatus"
  from ${table} where ${waits} order by ${since} limit 1`

export async function findWaiting({ pool, clock }: Pick<PublieksportaalContext, 'pool' | 'clock'>): Promise<Waiting> {
  const { rows } = await pool.query<Waiting>(FIND, [clock()])
  return rows[0] ?? { waiting: 0, sinds: null, foutcode: null, httpStatus: null }
}
