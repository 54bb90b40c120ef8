import { v7 } from 'uuid'
import type { InzendingRequest, Inzendinguitkomst } from '#lib/contract/inzendingen.ts'
import { cleanNaam } from '#lib/platform/bestand/clean-naam.ts'
import type { Formaat } from '#lib/platform/bestand/formaten.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { idsOfTraceparent } from '#lib/platform/http/trace-context.ts'
import { hashBetrokkene } from '../audit/hash-betrokkene.ts'
import type { TracedActor } from '../audit/recorded-transaction.ts'
import { findZaaktypeOf } from '../catalogus/find-zaaktypen.ts'
import { currentInformatieobjecttypen } from '../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { magSql } from '../rechten/mag-sql.ts'

const FIND_ZAAK = `
  select aanvrager_bsn as "aanvragerBsn", einddatum is not null as "isClosed", zaaktype, zaaktypeversie, (
    select count(*)::int from aanvulling where zaak_id = zaak.id and id = any ($3::uuid[])
  ) as known, (
    select jsonb_object_agg(id, formaat) from bestand where zaak_id = zaak.id and id = any ($4::uuid[]) and formaat is not null
  ) as formaten
  from zaak where id = $1::uuid and ($2::text[] is null or zaaktype = any ($2))`

type ZaakRow = {
  aanvragerBsn: string | null
  isClosed: boolean
  zaaktype: string
  zaaktypeversie: number
  known: number
  formaten: Record<string, Formaat> | null
}

/** One statement writes an inzending with its signalering, auditregel and a document for each bestand. */
const RECORD = `
  with kept as (
    -- The lock conflicts with removing the zaak: when that commits first, nothing is written.
    select id, versie, behandelaar_id, team, vertrouwelijk from zaak
    where id = $4::uuid and ($5 = 'aanvulling' or einddatum is null) for key share
  ), sent as (
    select * from jsonb_to_recordset($16::jsonb) as sent (id uuid, bestand uuid, aanvulling uuid, titel text)
  ), found as (
    select bestand.id from bestand join kept on kept.id = zaak_id
    where bestand.id = any (array(select bestand from sent)) and inzender = $2 and status = 'opgeslagen'
    for update of bestand
  ), written as (
    insert into inzending (id, zaak_id, client, kenmerk, soort, tijdstip, aanvulling_ids, ontvangen_op, door_gemachtigde, tekst)
    select $1::uuid, id, $2, $3, $5::inzendingsoort, $6::timestamptz, $7::uuid[], $8::timestamptz, $14::boolean, $15
    from kept
    -- writes nothing when one of the bestanden cannot become a document
    where (select count(*) from sent) = (select count(*) from found)
    -- a unique index on kenmerken, and two that refuse a second open intrekking or vraag
    on conflict do nothing
    returning id, zaak_id
  ), placed as (
    update bestand set status = 'geplaatst' from found, written where bestand.id = any (array[found.id])
    returning bestand.id
  ), documented as (
    insert into document (id, zaak_id, versie, richting, bestand_id, titel, informatieobjecttype, datum,
      vertrouwelijkheidaanduiding, documentversie, inzending_id, aanvulling_id)
    select sent.id, kept.id, kept.versie, 'inkomend', placed.id, coalesce(titel, (
        select naam from aanvulling where aanvulling.id = sent.aanvulling
      )), $17, $18::date, 'zaakvertrouwelijk', 1, written.id, sent.aanvulling
    from written join kept on kept.id = zaak_id cross join sent join placed on placed.id = bestand
  ), signaleerd as (
    insert into signalering (id, behandelaar_id, zaak_id, soort, gegeven, aangemaakt_op)
    select written.id, behandelaar_id, zaak_id, $9::signalering_soort, written.id::text, $8::timestamptz
    from written join kept on kept.id = zaak_id where behandelaar_id is not null
    union all
    -- A vraag about an unassigned zaak goes to the coordinators, because somebody waits for an answer.
    select gen_random_uuid(), behandelaar.id, zaak.id, $9::signalering_soort, written.id::text, $8::timestamptz
    from written join kept as zaak on zaak.id = zaak_id join behandelaar on ${magSql('coordineren')}
    where zaak.behandelaar_id is null and $5 = 'vraag'
  ), audited as (
    insert into auditregel (id, tijdstip, actor_soort, actor, handeling, zaak_id, betrokkene, uitkomst, trace_id,
      parent_span_id, object_soort, object_id)
    select id, $8::timestamptz, 'api_client', $2, $10, zaak_id, $11::bytea, 'gelukt', decode($12, 'hex'),
      decode($13, 'hex'), 'inzending', $3
    from written
  )
  select id from written`

const FIND_BEFORE = `
  select zaak_id = $3::uuid and soort = $4::inzendingsoort and tijdstip = $5::timestamptz
    and aanvulling_ids <@ $6::uuid[] and aanvulling_ids @> $6::uuid[] and door_gemachtigde = $7::boolean
    and tekst is not distinct from $8 and array(
      select bestand_id || ' ' || aanvulling_id from document
      where document.zaak_id = inzending.zaak_id and inzending_id = inzending.id order by 1
    ) = $9::text[] as "isSame"
  from inzending where client = $1 and kenmerk = $2`

const NAMEN = {
  aanvulling: { signalering: 'aanvulling_gemeld', handeling: 'aanvulling_melden' },
  intrekking: { signalering: 'intrekking_gevraagd', handeling: 'intrekking_vragen' },
  vraag: { signalering: 'vraag_gesteld', handeling: 'vraag_stellen' },
} as const

type Ingezonden = {
  zaakId: string
  /** the zaaktypen that the client may see; absent: all */
  zaaktypen: readonly string[] | undefined
  inzending: InzendingRequest
  actor: TracedActor
}

/** `uitkomst`: the reason why an intrekking or vraag need not be recorded. */
type Recorded =
  | { ok: true; isNew: boolean; uitkomst?: Extract<Inzendinguitkomst, 'closed' | 'requested_already'> }
  | { ok: false; reason: 'not_found' | 'aanvulling_unknown' | 'bestand_unknown' | 'kenmerk_reused' }

/** Records an inzending of the aanvrager, once for each kenmerk of the API client. */
export async function recordInzending(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'log' | 'once'>,
  { zaakId, zaaktypen, inzending, actor }: Ingezonden,
): Promise<Recorded> {
  const { kenmerk, soort, doorGemachtigde = false } = inzending
  const tekst = inzending.soort === 'vraag' ? inzending.tekst : null
  const aanvullingIds = inzending.soort === 'aanvulling' ? [...new Set(inzending.aanvullingen)] : []
  const bestanden = inzending.soort === 'aanvulling' ? (inzending.bestanden ?? []) : []
  const bestandIds = bestanden.map(({ bestand }) => bestand)
  const [zaak] = (await ctx.pool.query<ZaakRow>(FIND_ZAAK, [zaakId, zaaktypen, aanvullingIds, bestandIds])).rows
  if (!zaak) return { ok: false, reason: 'not_found' }
  const isAsked = bestanden.every(({ aanvulling }) => aanvullingIds.includes(aanvulling))
  if (zaak.known < aanvullingIds.length || !isAsked) return { ok: false, reason: 'aanvulling_unknown' }

  const now = ctx.clock()
  const informatieobjecttypen = currentInformatieobjecttypen(await findZaaktypeOf(ctx, zaak))
  const inkomend = informatieobjecttypen.find(({ richting }) => richting === 'inkomend') ?? informatieobjecttypen[0]
  // in the order in which they were chosen
  const ids = bestanden.map(() => v7({ msecs: now.getTime() })).toSorted()
  const sent = bestanden.map(({ naam, ...one }, index) => {
    const formaat = zaak.formaten?.[one.bestand]
    return { id: ids[index], ...one, titel: naam && formaat && cleanNaam(naam, formaat) }
  })
  const { signalering, handeling } = NAMEN[soort]
  const betrokkene = zaak.aanvragerBsn && hashBetrokkene(ctx, zaak.aanvragerBsn)
  const { traceId, parentSpanId } = idsOfTraceparent(actor.traceparent)
  const content = [actor.id, kenmerk, zaakId, soort, new Date(inzending.tijdstip), aanvullingIds]
  const row = [v7({ msecs: now.getTime() }), ...content, now]
  const trail = [signalering, handeling, betrokkene, traceId, parentSpanId]
  const documents = [JSON.stringify(sent), inkomend?.code, dateInAmsterdam(now)]
  const { rowCount } = await ctx.pool.query(RECORD, [...row, ...trail, doorGemachtigde, tekst, ...documents])
  if (rowCount === 1) {
    ctx.log.info({ actorSoort: actor.soort, actor: actor.id, handeling, zaakId }, 'Handeling')
    return { ok: true, isNew: true }
  }
  const pairs = bestanden.map(({ bestand, aanvulling }) => `${bestand} ${aanvulling}`).toSorted()
  const again = [...content, doorGemachtigde, tekst, pairs]
  const [before] = (await ctx.pool.query<{ isSame: boolean }>(FIND_BEFORE, again)).rows
  if (before) return before.isSame ? { ok: true, isNew: false } : { ok: false, reason: 'kenmerk_reused' }
  if (bestanden.length > 0) return { ok: false, reason: 'bestand_unknown' }
  if (soort === 'aanvulling') return { ok: false, reason: 'not_found' }
  return { ok: true, isNew: false, uitkomst: zaak.isClosed ? 'closed' : 'requested_already' }
}
