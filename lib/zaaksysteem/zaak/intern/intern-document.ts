import { v7 } from 'uuid'
import type { z } from 'zod'
import type { internDocumentRequest } from '#lib/contract/handeling-requests.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { idsOfTraceparent } from '#lib/platform/http/trace-context.ts'
import type { Auditnaam } from '#lib/zaaksysteem/audit/auditnamen.ts'
import { findBetrokkenen } from '#lib/zaaksysteem/audit/hash-betrokkene.ts'
import { leesbaarSql } from '#lib/zaaksysteem/bestand/scan/leesbaar.ts'
import { findZaaktypeOf } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { currentInformatieobjecttypen } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { magWieSql } from '#lib/zaaksysteem/rechten/mag-sql.ts'
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
const MAG = `zaak.id = $1::uuid and ($2::text[] is null or zaaktype = any ($2)) and ${magWieSql('$3::uuid', 'behandelen')}`

/** Condition of the statement: no earlier request used this Idempotency-Key. */
const FIRST = 'not exists (select from idempotentie where client = $4 and sleutel = $5)'

/**
 * The end of the statement of a handeling on an intern document: its documentregel, its auditregel and, for
 * the API, the response to repeats. As with a notitie there is no event and no versie.
 *
 * @param options.ingetrokken SQL expressions for the flag and its reason
 * @param source has the id of the document and `zaak_id`
 */
const recorded = (source: string, { ingetrokken, reden }: { ingetrokken: boolean; reden: string }) => `
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
async function findTypeOfZaak(
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

const add = (env: ZaaksysteemContext['env']) => `
  with kept as (
    select id, versie from zaak where ${MAG} and ${FIRST} for key share
  ), placed as (
    update bestand set status = 'geplaatst' from kept
    where bestand.id = $16::uuid and zaak_id = kept.id and status = 'opgeslagen'
      and coalesce(inzender = $4, inzender is null) and ${leesbaarSql(env)}
    returning bestand.id as bestand, zaak_id, versie
  ), added as (
    insert into document (id, zaak_id, versie, bestand_id, richting, titel, informatieobjecttype, datum,
      vertrouwelijkheidaanduiding, documentversie)
    select $17::uuid, zaak_id, versie, bestand, $18::richting, $19, $20, $21::date, $22::vertrouwelijkheidaanduiding, 1
    from placed
    returning id, zaak_id
  ), ${recorded('added', { ingetrokken: false, reden: 'null' })}`

type Wish = Intern & z.output<typeof internDocumentRequest>

type Broken =
  | 'bestand_unknown'
  | 'informatieobjecttype_unknown'
  | 'informatieobjecttype_uitgaand'
  | 'document_in_future'

type Added =
  | { ok: true; document: string }
  | { ok: false; reason: 'not_found' }
  | { ok: false; reason: 'refused'; broken: Broken[] }

/** Makes a bestand a document that the aanvrager never reads. */
export async function addInternDocument(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'log' | 'once'>,
  wish: Wish,
): Promise<Added> {
  const zaak = await findTypeOfZaak(ctx, wish)
  if (!zaak) return { ok: false, reason: 'not_found' }
  const now = ctx.clock()
  const today = dateInAmsterdam(now)
  const { bestand, titel, informatieobjecttype, datum = today, vertrouwelijkheidaanduiding = 'vertrouwelijk' } = wish
  const soorten = currentInformatieobjecttypen(await findZaaktypeOf(ctx, zaak))
  const type = soorten.find(({ code }) => code === informatieobjecttype)
  const broken: Broken[] = []
  if (!type) broken.push('informatieobjecttype_unknown')
  if (type?.richting === 'uitgaand') broken.push('informatieobjecttype_uitgaand')
  if (datum > today) broken.push('document_in_future')
  if (!type || broken.length > 0) return { ok: false, reason: 'refused', broken }

  const handeling = 'intern_document_toevoegen'
  const id = v7({ msecs: now.getTime() })
  const document = [bestand, id, type.richting, titel, informatieobjecttype, datum, vertrouwelijkheidaanduiding]
  const values = [...(await recordedValues(ctx, { ...wish, handeling, now })), ...document]
  const { rowCount } = await ctx.pool.query(add(ctx.env), values)
  if (rowCount === 0) return { ok: false, reason: 'refused', broken: ['bestand_unknown'] }
  ctx.log.info({ ...actorOf(wish.door), handeling, zaakId: wish.zaakId }, 'Handeling')
  return { ok: true, document: id }
}

const WITHDRAW = `
  with kept as (
    select document.id, zaak.versie from document join zaak on zaak.id = document.zaak_id
    where document.id = $16::uuid and zichtbaar_vanaf is null and vervallen_versie is null and ${MAG} and ${FIRST}
    for update of document
  ), withdrawn as (
    update document set vervallen_versie = kept.versie from kept where document.id = kept.id
    returning document.id, document.zaak_id
  ), ${recorded('withdrawn', { ingetrokken: true, reden: '$17' })}`

type Withdrawal = Intern & { document: string; reden: string }

type Withdrawn =
  | { ok: true; document: string }
  | { ok: false; reason: 'not_found' }
  | { ok: false; reason: 'refused'; broken: ['document_unknown'] }

/** Withdraws a document that the aanvrager does not read, also one that he sent. It stays in the zaak. */
export async function withdrawInternDocument(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'log' | 'once'>,
  withdrawal: Withdrawal,
): Promise<Withdrawn> {
  if (!(await findTypeOfZaak(ctx, withdrawal))) return { ok: false, reason: 'not_found' }
  const { document, reden, door, zaakId } = withdrawal
  const handeling = 'intern_document_intrekken'
  const values = [...(await recordedValues(ctx, { ...withdrawal, handeling, now: ctx.clock() })), document, reden]
  const { rowCount } = await ctx.pool.query(WITHDRAW, values)
  if (rowCount === 0) return { ok: false, reason: 'refused', broken: ['document_unknown'] }
  ctx.log.info({ ...actorOf(door), handeling, zaakId }, 'Handeling')
  return { ok: true, document }
}
