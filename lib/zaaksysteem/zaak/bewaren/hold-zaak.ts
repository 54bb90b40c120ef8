import { v7 } from 'uuid'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { idsOfTraceparent } from '#lib/platform/http/trace-context.ts'
import { inTransaction } from '#lib/platform/postgres/in-transaction.ts'
import type { Auditnaam } from '../../audit/auditnamen.ts'
import { findBetrokkenen } from '../../audit/hash-betrokkene.ts'
import type { TracedActor } from '../../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { magWieSql } from '../../rechten/mag-sql.ts'

/** The value of `zaak.aangehouden_tot` for a hold without a last day. */
export const NO_END = '9999-12-31'

type Wanted = {
  zaakId: string
  /** false lifts the hold */
  aangehouden: boolean
  /** its last day, `yyyy-mm-dd`; null: until it is lifted */
  tot: string | null
  /** for colleagues */
  reden: string
  actor: TracedActor
}

/** `unchanged`: the zaak is held already, or was not. `past`: the last day has passed. */
type Holding = { ok: true } | { ok: false; reason: 'not_found' | 'unchanged' | 'past' }

/** Locks the zaak, also against a concurrent destruction, and tells whether it is held. */
const LOCK = `
  select coalesce(aangehouden_tot >= $3::date, false) as "isHeld" from zaak
  where id = $1 and ${magWieSql('$2::uuid', 'vernietigen')}
  for no key update`

const SET = `
  with changed as (
    update zaak set aangehouden_tot = $2::date where id = $1::uuid
  ), noted as (
    insert into aanhouding (id, zaak_id, aangehouden, tot, reden, door_id, op)
    values ($3::uuid, $1::uuid, $4, nullif($2::date, '${NO_END}'), $5, $6::uuid, $7::timestamptz)
  ), taken_off as (
    update vernietigingsregel set uitkomst = 'aangehouden', door_id = $6::uuid, klaar_op = $7::timestamptz
    where $4 and zaak_id = $1::uuid and uitkomst is null
  )
  insert into auditregel (id, tijdstip, actor_soort, actor, handeling, zaak_id, betrokkene, uitkomst, trace_id,
    parent_span_id)
  values ($3::uuid, $7::timestamptz, 'behandelaar', $6::text, $8, $1::uuid, $9::bytea, 'gelukt', decode($10, 'hex'),
    decode($11, 'hex'))`

/**
 * Holds the destruction of a zaak, or lifts that. A hold takes the zaak off its vernietigingslijst, also an
 * approved one. As with vertrouwelijkheid there is no event and no versie, because nothing changes outside.
 */
export async function holdZaak(
  ctx: ZaaksysteemContext,
  { zaakId, aangehouden, tot, reden, actor }: Wanted,
): Promise<Holding> {
  const now = ctx.clock()
  const today = dateInAmsterdam(now)
  if (tot !== null && tot < today) return { ok: false, reason: 'past' }
  const handeling: Auditnaam = aangehouden ? 'vernietiging_aanhouden' : 'aanhouding_opheffen'
  const [betrokkene] = await findBetrokkenen(ctx, [zaakId])
  const { traceId, parentSpanId } = idsOfTraceparent(actor.traceparent)
  const held = await inTransaction(ctx.pool, async (client): Promise<Holding> => {
    const [zaak] = (await client.query<{ isHeld: boolean }>(LOCK, [zaakId, actor.id, today])).rows
    if (!zaak) return { ok: false, reason: 'not_found' }
    if (zaak.isHeld === aangehouden) return { ok: false, reason: 'unchanged' }
    // a separate statement, whose snapshot includes a lijst that was made while the lock was awaited
    const noted = [v7({ msecs: now.getTime() }), aangehouden, reden, actor.id, now]
    await client.query(SET, [
      zaakId,
      aangehouden ? (tot ?? NO_END) : null,
      ...noted,
      handeling,
      betrokkene,
      traceId,
      parentSpanId,
    ])
    return { ok: true }
  })
  if (held.ok) ctx.log.info({ actorSoort: actor.soort, actor: actor.id, handeling, zaakId }, 'Handeling')
  return held
}
