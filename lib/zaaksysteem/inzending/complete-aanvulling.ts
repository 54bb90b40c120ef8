import type { Inzendinguitkomst } from '#lib/contract/inzendingen.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { TracedActor } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { receiveAanvulling } from '../zaak/handeling/receive-aanvulling.ts'

/** What is asked of a zaak now, and when the last of it was said to be sent; null while something was not. */
const FIND_OPEN = `
  with asked as (
    select id, zaak_id, (
      select min(tijdstip) from inzending where inzending.zaak_id = aanvulling.zaak_id and aanvulling.id = any (aanvulling_ids)
    ) as gemeld_op
    from aanvulling
    where zaak_id = $1::uuid and versie = (select max(versie) from aanvulling where zaak_id = $1::uuid)
  )
  select versie, opgeschort_op::text as "opgeschortOp",
    case when (select bool_and(gemeld_op is not null) from asked) then (select max(gemeld_op) from asked) end as "gemeldOp"
  from zaak where id = $1::uuid and opschorting = 'aanvulling'`

type Open = { versie: number; opgeschortOp: string; gemeldOp: Date | null }

/**
 * Lets the term of a zaak run again once all that was asked is said to be sent, as the act does (Awb 4:15). Looked at after each
 * inzending is committed, so that of two at the same moment the last one finds both; a repeat looks again, so that it also
 * happens when a process died in between.
 */
export async function completeAanvulling(
  ctx: ZaaksysteemContext,
  { zaakId, actor }: { zaakId: string; actor: TracedActor },
): Promise<void> {
  const [open] = (await ctx.pool.query<Open>(FIND_OPEN, [zaakId])).rows
  if (!open?.gemeldOp) return
  const { versie, opgeschortOp, gemeldOp } = open
  const received = await receiveAanvulling(ctx, {
    zaakId,
    versie,
    op: between(opgeschortOp, dateInAmsterdam(gemeldOp), dateInAmsterdam(ctx.clock())),
    gezetDoor: { client: actor.id },
    traceparent: actor.traceparent,
  })
  // somebody else acted on it meanwhile
  if (!received.ok && received.reason === 'conflict') await completeAanvulling(ctx, { zaakId, actor })
}

/** The clock of a client may be wrong: no earlier than it was asked, and no later than today. */
function between(earliest: string, date: string, latest: string): string {
  if (date < earliest) return earliest
  return date > latest ? latest : date
}

const FIND_UITKOMST = `
  select bool_and(ontvangen_op is not null) as received, bool_and(is_last and zaak.opschorting is not distinct from 'aanvulling') as asked
  from (
    select zaak_id, ontvangen_op, versie = max(versie) over () as is_last, id
    from aanvulling where zaak_id = $1::uuid
  ) aanvulling join zaak on zaak.id = zaak_id
  where aanvulling.id = any ($2::uuid[])`

/** What has become of things that were said to be sent. */
export async function findUitkomst(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  { zaakId, aanvullingen }: { zaakId: string; aanvullingen: readonly string[] },
): Promise<Inzendinguitkomst> {
  const { rows } = await pool.query<{ received: boolean | null; asked: boolean | null }>(FIND_UITKOMST, [
    zaakId,
    aanvullingen,
  ])
  if (rows[0]?.received) return 'received'
  return rows[0]?.asked ? 'recorded' : 'no_longer_asked'
}
