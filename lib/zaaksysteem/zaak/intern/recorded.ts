import { v7 } from 'uuid'
import { idsOfTraceparent } from '#lib/platform/http/trace-context.ts'
import type { Auditnaam } from '../../audit/auditnamen.ts'
import { findBetrokkenen } from '../../audit/hash-betrokkene.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { magWieSql } from '../../rechten/mag-sql.ts'
import { actorOf, type GezetDoor } from '../wijziging/compose-act.ts'

/** The common input of handelingen on interne documenten. */
export type Intern = {
  zaakId: string
  door: GezetDoor
  /** the only zaaktypen that the caller may touch; absent: all */
  zaaktypen?: readonly string[] | undefined
  traceparent: string
}

/** Condition on a row of zaak that the caller may act on it; $1 to $13 are `recordedValues`. */
export const MAG = `zaak.id = $1::uuid and ($2::text[] is null or zaaktype = any ($2)) and ${magWieSql('$3::uuid', 'behandelen')}`

/** Condition of the statement: no earlier request used this Idempotency-Key. */
export const FIRST = 'not exists (select from idempotentie where client = $4 and sleutel = $5)'

/**
 * The end of the statement of a handeling on an intern document: its documentregel, its auditregel and, for
 * the API, the response to repeats. As with a notitie there is no event and no versie.
 *
 * @param options.ingetrokken SQL expressions for the flag and its reason
 * @param source has the id of the document and `zaak_id`
 */
export const recorded = (source: string, { ingetrokken, reden }: { ingetrokken: boolean; reden: string }) => `
  told as (
    insert into documentregel (id, document_id, ingetrokken, reden, door_id, door_client, op)
    select $8::uuid, id, ${ingetrokken}, ${reden}, $3::uuid, $4, $9::timestamptz from ${source}
  ), audited as (
    insert into auditregel (id, tijdstip, actor_soort, actor, handeling, zaak_id, betrokkene, uitkomst, trace_id,
      parent_span_id, object_soort, object_id)
    select $8::uuid, $9::timestamptz, $10::actor_soort, $11, $12, zaak_id, $13::bytea, 'gelukt', decode($14, 'hex'),
      decode($15, 'hex'), 'document', id::text
    from ${source}
  ), answered as (
    insert into idempotentie (client, sleutel, request_hash, http_status, antwoord, aangemaakt_op)
    select $4, $5, $6, $7::int, jsonb_build_object('document', id), $9::timestamptz from ${source} where $5::text is not null
  )
  select id from ${source}`

/** Returns the zaaktype of a zaak that the caller may treat. */
export async function findTypeOfZaak(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  { zaakId, zaaktypen, door }: Intern,
): Promise<{ zaaktype: string; zaaktypeversie: number } | undefined> {
  const text = `select zaaktype, zaaktypeversie from zaak where ${MAG}`
  const { rows } = await pool.query(text, [zaakId, zaaktypen, door.behandelaarId])
  return rows[0]
}

export async function recordedValues(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'once'>,
  { handeling, now, zaakId, door, zaaktypen, traceparent }: Intern & { handeling: Auditnaam; now: Date },
): Promise<unknown[]> {
  const { behandelaarId, request } = door
  const { actorSoort, actor } = actorOf(door)
  const [betrokkene] = await findBetrokkenen(ctx, [zaakId])
  const { traceId, parentSpanId } = idsOfTraceparent(traceparent)
  const who = [
    zaakId,
    zaaktypen,
    behandelaarId,
    request?.client,
    request?.sleutel,
    request?.requestHash,
    request?.httpStatus,
  ]
  return [...who, v7({ msecs: now.getTime() }), now, actorSoort, actor, handeling, betrokkene, traceId, parentSpanId]
}
