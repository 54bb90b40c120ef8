import { type EventType, tellsStatus, wijzigingOfType } from '#lib/contract/event-types.ts'
import { zaaktypeOf } from '../api/api-client.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { eventText } from '../outbox/event-text.ts'
import { Gebeurtenis } from './gebeurtenis.ts'

/**
 * A single statement has a single snapshot. Sequences are assigned in commit order, so the snapshot lacks
 * no event below its highest sequence. A removed zaak keeps its zaaktype, and the status of a purged event
 * is read from the history of its zaak. Parameters: vanaf, limiet, the most bytes.
 */
const READ = `
  with next as (
    select id, sequence, type, zaak_id, body from gebeurtenis where sequence > $1::int order by sequence limit $2
  ), page as (
    select *, row_number() over up_to_here as n, sum(coalesce(octet_length(body), 0) + 1) over up_to_here as bytes
    from next
    window up_to_here as (order by sequence)
  )
  select highest.sequence as "hoogsteSequence", page.sequence, page.type, page.zaak_id as subject, page.body,
    coalesce(${zaaktypeOf('page.zaak_id')}, '') as zaaktype,
    case when page.body is null then (
      select json_build_object('statuscode', statuscode, 'einddatum', einddatum) from status where gebeurtenis_id = page.id
    ) end as status
  from (select coalesce(max(sequence), 0) as sequence from gebeurtenis) highest
  left join page on page.sequence = $1::int + page.n and (page.n = 1 or page.bytes < $3)
  order by page.sequence`

/** Parameter: the sequence after which to look. */
const READ_OUDSTE = `
  select sequence from gebeurtenis where body is not null and sequence > $1::int order by sequence limit 1`

type Row = {
  hoogsteSequence: number
  sequence: number | null
  type: string
  subject: string
  zaaktype: string
  body: string | null
  status: { statuscode: string; einddatum: string | null } | null
}

/** Events in order and without gaps, and the highest sequence at that moment. */
export type Gelezen = { gebeurtenissen: Gebeurtenis[]; hoogsteSequence: number }

/**
 * Returns the events after `vanaf`, up to the first gap. Returns at least one if there is one, however large.
 */
export async function readGebeurtenissen(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool'>,
  { vanaf, limiet, maxBytes }: { vanaf: number; limiet: number; maxBytes: number },
): Promise<Gelezen> {
  const { rows } = await ctx.pool.query<Row>({
    name: 'read-gebeurtenissen',
    text: READ,
    values: [vanaf, limiet, maxBytes],
  })
  const gebeurtenissen = rows.flatMap(({ sequence, type, subject, zaaktype, body, status }) => {
    if (sequence === null) return []
    const verteld = status ? vertelde(type, status) : undefined
    return new Gebeurtenis(sequence, { type, subject, zaaktype }, body && eventText(ctx, body), verteld)
  })
  return { gebeurtenissen, hoogsteSequence: (rows[0] as Row).hoogsteSequence }
}

function vertelde(type: string, { statuscode, einddatum }: NonNullable<Row['status']>) {
  if (!tellsStatus(wijzigingOfType(type as EventType))) return {}
  return { nieuweStatus: statuscode, ...(einddatum && { eindstatus: 'true' }) }
}

/** Returns the sequence of the first event after `vanaf` that is still kept. */
export async function readOudsteSequence(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  vanaf: number,
): Promise<number | undefined> {
  const { rows } = await pool.query<{ sequence: number }>({
    name: 'read-oudste-sequence',
    text: READ_OUDSTE,
    values: [vanaf],
  })
  return rows[0]?.sequence
}
