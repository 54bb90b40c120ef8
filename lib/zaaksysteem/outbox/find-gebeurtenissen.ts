import { MAX_GEBEURTENISSEN_BYTES } from '#lib/contract/gebeurtenissen-page.ts'
import type { ZaaksysteemContext } from '../context.ts'

/**
 * One statement, so one snapshot: numbers are given in commit order, so what it sees after `vanaf` is all there is. The
 * page ends before the first event that is not kept any more. Parameters: vanaf, limiet.
 */
const FIND = `
  WITH next AS (
    SELECT sequence, body, row_number() OVER (ORDER BY sequence) AS n
    FROM gebeurtenis WHERE sequence > $1::int ORDER BY sequence LIMIT $2
  ), page AS (
    SELECT sequence, body,
           bool_and(body IS NOT NULL AND sequence = $1::int + n) OVER up_to_here AS complete,
           sum(octet_length(body) + 1) OVER up_to_here AS bytes
    FROM next
    WINDOW up_to_here AS (ORDER BY sequence)
  )
  SELECT (SELECT coalesce(max(sequence), 0) FROM gebeurtenis) AS "hoogsteSequence",
         string_agg(body, ',' ORDER BY sequence)
           FILTER (WHERE complete AND bytes < ${MAX_GEBEURTENISSEN_BYTES}) AS bodies
  FROM page`

/** `batch`: a JSON array of the events, each to the letter as it is delivered. */
export type GebeurtenissenPage =
  | { ok: true; batch: string; hoogsteSequence: number }
  | { ok: false; reason: 'events_purged'; hoogsteSequence: number }

/** The numbered events after `vanaf`, in order and without a hole. */
export async function findGebeurtenissen(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  { vanaf, limiet }: { vanaf: number; limiet: number },
): Promise<GebeurtenissenPage> {
  const { rows } = await pool.query<{ hoogsteSequence: number; bodies: string | null }>({
    name: 'find-gebeurtenissen',
    text: FIND,
    values: [vanaf, limiet],
  })
  const { hoogsteSequence, bodies } = rows[0] as (typeof rows)[number]
  if (bodies === null && hoogsteSequence > vanaf) return { ok: false, reason: 'events_purged', hoogsteSequence }
  return { ok: true, batch: `[${bodies ?? ''}]`, hoogsteSequence }
}
