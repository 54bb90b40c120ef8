import { v7 } from 'uuid'
import { idsOfTraceparent } from '#lib/platform/http/trace-context.ts'
import { findBetrokkenen } from '../../audit/hash-betrokkene.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { magWieSql } from '../../rechten/mag-sql.ts'
import { actorOf } from '../wijziging/compose-act.ts'

/** The length that the column allows. */
export const MAX_NOTITIE = 4000

/** The length of the reason of a correction that the column allows. */
export const MAX_REDEN_VERBETERING = 1000

/** A notitie is corrected once: of two concurrent corrections the unique index refuses one. */
const ADD = `
  with added as (
    insert into notitie (id, zaak_id, tekst, door_id, aangemaakt_op, verbetert_id, reden)
    select $1::uuid, id, $3, $4::uuid, $5::timestamptz, $9::uuid, $10 from zaak
    where id = $2::uuid and ${magWieSql('$4::uuid', 'behandelen')}
      and ($9::uuid is null or exists (select from notitie where notitie.id = $9::uuid and zaak_id = zaak.id))
    on conflict (verbetert_id) do nothing
    returning id, zaak_id
  )
  insert into auditregel (id, tijdstip, actor_soort, actor, handeling, zaak_id, betrokkene, uitkomst, trace_id,
    parent_span_id)
  select id, $5::timestamptz, 'behandelaar', $4::uuid::text, $11, zaak_id, $6::bytea, 'gelukt',
    coalesce(decode($7, 'hex'), uuid_send(gen_random_uuid())), decode($8, 'hex')
  from added`

type Note = {
  zaakId: string
  tekst: string
  behandelaarId: string
  /** the notitie that this one corrects, and the reason */
  verbetert?: { id: string; reden: string } | undefined
  /** of the request; without one the auditregel gets a trace of its own */
  traceparent?: string | undefined
}

/**
 * Adds a notitie to a zaak that the behandelaar may treat, open or closed. A correction stays beside the
 * notitie that it corrects. Nothing changes outside: no event, no versie.
 */
export async function addNotitie(
  ctx: ZaaksysteemContext,
  { zaakId, tekst, behandelaarId, verbetert, traceparent }: Note,
): Promise<{ ok: true } | { ok: false; reason: 'not_found' }> {
  const now = ctx.clock()
  const [betrokkene] = await findBetrokkenen(ctx, [zaakId])
  const trace = traceparent === undefined ? undefined : idsOfTraceparent(traceparent)
  const note = [v7({ msecs: now.getTime() }), zaakId, tekst, behandelaarId, now]
  const handeling = verbetert ? 'notitie_verbeteren' : 'notitie_toevoegen'
  const correction = [verbetert?.id, verbetert?.reden, handeling]
  const values = [...note, betrokkene, trace?.traceId, trace?.parentSpanId, ...correction]
  const { rowCount } = await ctx.pool.query(ADD, values)
  if (rowCount === 0) return { ok: false, reason: 'not_found' }
  ctx.log.info({ ...actorOf({ behandelaarId }), handeling, zaakId }, 'Handeling')
  return { ok: true }
}
