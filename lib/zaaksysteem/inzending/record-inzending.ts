import { v7 } from 'uuid'
import type { InzendingRequest, Inzendinguitkomst } from '#lib/contract/inzendingen.ts'
import { idsOfTraceparent } from '#lib/platform/http/trace-context.ts'
import { hashBetrokkene } from '../audit/hash-betrokkene.ts'
import type { TracedActor } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'
import { magSql } from '../rechten/mag-sql.ts'

const FIND_ZAAK = `
  select aanvrager_bsn as "aanvragerBsn", einddatum is not null as "isClosed", (
    select count(*)::int from aanvulling where zaak_id = zaak.id and id = any ($3::uuid[])
  ) as known
  from zaak where id = $1::uuid and ($2::text[] is null or zaaktype = any ($2))`

type ZaakRow = { aanvragerBsn: string | null; isClosed: boolean; known: number }

/**
 * One statement: what is new with its signalering and its row in the audittrail. A question about a zaak of nobody is told to the
 * coordinators of its team, because somebody waits for an answer. The lock keeps a zaak that is being removed;
 * when that commits first, nothing is written. One index keeps kenmerken apart, two others a second open intrekking or vraag.
 */
const RECORD = `
  with kept as (
    select id, behandelaar_id, team, vertrouwelijk from zaak
    where id = $4::uuid and ($5 = 'aanvulling' or einddatum is null) for key share
  ), written as (
    insert into inzending (id, zaak_id, client, kenmerk, soort, tijdstip, aanvulling_ids, ontvangen_op, door_gemachtigde, tekst)
    select $1::uuid, id, $2, $3, $5::inzendingsoort, $6::timestamptz, $7::uuid[], $8::timestamptz, $14::boolean, $15
    from kept
    on conflict do nothing
    returning id, zaak_id
  ), signaleerd as (
    insert into signalering (id, behandelaar_id, zaak_id, soort, gegeven, aangemaakt_op)
    select written.id, behandelaar_id, zaak_id, $9::signalering_soort, written.id::text, $8::timestamptz
    from written join kept on kept.id = zaak_id where behandelaar_id is not null
    union all
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
    and tekst is not distinct from $8 as "isSame"
  from inzending where client = $1 and kenmerk = $2`

const NAMEN = {
  aanvulling: { signalering: 'aanvulling_gemeld', handeling: 'aanvulling_melden' },
  intrekking: { signalering: 'intrekking_gevraagd', handeling: 'intrekking_vragen' },
  vraag: { signalering: 'vraag_gesteld', handeling: 'vraag_stellen' },
} as const

type Ingezonden = {
  zaakId: string
  /** the only ones whose zaken exist for the client; absent: all */
  zaaktypen: readonly string[] | undefined
  inzending: InzendingRequest
  actor: TracedActor
}

/** `uitkomst`: why an intrekking or vraag need not be recorded. */
type Recorded =
  | { ok: true; isNew: boolean; uitkomst?: Extract<Inzendinguitkomst, 'closed' | 'requested_already'> }
  | { ok: false; reason: 'not_found' | 'aanvulling_unknown' | 'kenmerk_reused' }

/** Records what the aanvrager says of a zaak, or asks, once for each kenmerk of the API client. */
export async function recordInzending(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'log' | 'once'>,
  { zaakId, zaaktypen, inzending, actor }: Ingezonden,
): Promise<Recorded> {
  const { kenmerk, soort, doorGemachtigde = false } = inzending
  const tekst = inzending.soort === 'vraag' ? inzending.tekst : null
  const aanvullingIds = inzending.soort === 'aanvulling' ? [...new Set(inzending.aanvullingen)] : []
  const [zaak] = (await ctx.pool.query<ZaakRow>(FIND_ZAAK, [zaakId, zaaktypen, aanvullingIds])).rows
  if (!zaak) return { ok: false, reason: 'not_found' }
  if (zaak.known < aanvullingIds.length) return { ok: false, reason: 'aanvulling_unknown' }

  const now = ctx.clock()
  const { signalering, handeling } = NAMEN[soort]
  const betrokkene = zaak.aanvragerBsn && hashBetrokkene(ctx, zaak.aanvragerBsn)
  const { traceId, parentSpanId } = idsOfTraceparent(actor.traceparent)
  const content = [actor.id, kenmerk, zaakId, soort, new Date(inzending.tijdstip), aanvullingIds]
  const row = [v7({ msecs: now.getTime() }), ...content, now]
  const trail = [signalering, handeling, betrokkene, traceId, parentSpanId]
  const { rowCount } = await ctx.pool.query(RECORD, [...row, ...trail, doorGemachtigde, tekst])
  if (rowCount === 1) {
    ctx.log.info({ actorSoort: actor.soort, actor: actor.id, handeling, zaakId }, 'Handeling')
    return { ok: true, isNew: true }
  }
  const [before] = (await ctx.pool.query<{ isSame: boolean }>(FIND_BEFORE, [...content, doorGemachtigde, tekst])).rows
  if (before) return before.isSame ? { ok: true, isNew: false } : { ok: false, reason: 'kenmerk_reused' }
  if (soort === 'aanvulling') return { ok: false, reason: 'not_found' }
  return { ok: true, isNew: false, uitkomst: zaak.isClosed ? 'closed' : 'requested_already' }
}
