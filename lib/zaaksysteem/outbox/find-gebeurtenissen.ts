import { MAX_GEBEURTENISSEN_BYTES } from '#lib/contract/gebeurtenissen-page.ts'
import type { ZaaksysteemContext } from '../context.ts'

/**
 * One statement, so one snapshot. Sequences are given in commit order, so the snapshot lacks no event below its highest
 * sequence. The page ends before the first event that was purged. Parameters: vanaf, limiet.
 */
const FIND = `
  with next as (
    select sequence, body, row_number() over (order by sequence) as n
    from gebeurtenis where sequence > $1::int order by sequence limit $2
  ), page as (
    select sequence, body,
           bool_and(body is not null and sequence = $1::int + n) over up_to_here as complete,
           sum(octet_length(body) + 1) over up_to_here as bytes
    from next
    window up_to_here as (order by sequence)
  )
  select (select coalesce(max(sequence), 0) from gebeurtenis) as "hoogsteSequence",
         string_agg(body, ',' order by sequence)
           filter (where complete and bytes < ${MAX_GEBEURTENISSEN_BYTES}) as bodies
  from page`

/** `batch`: a JSON array of the events, each byte for byte as it is delivered. */
export type GebeurtenissenPage =
  | { ok: true; batch: string; hoogsteSequence: number }
  | { ok: false; reason: 'events_purged'; hoogsteSequence: number }

/** The numbered events after `vanaf`, in order and without gaps. */
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
