import { v7 } from 'uuid'
import type { Bewijssoort, Bewijsuitkomst } from '#lib/contract/bewijzen.ts'
import { idsOfTraceparent } from '#lib/platform/http/trace-context.ts'
import { runPipeline } from '#lib/platform/postgres/run-pipeline.ts'
import type { TracedActor } from '../audit/recorded-transaction.ts'
import type { ZaaksysteemContext } from '../context.ts'

const SKEW = "interval '1 minute'"

/** One statement writes bewijzen with their auditregels, in one order, so that requests cannot deadlock. */
const RECORD = `
  with item as (
    -- in milliseconds, because PostgreSQL does not parse the year 0 of RFC 3339, nor 10000
    select id, gebeurtenis_id, soort, to_timestamp(ms / 1000) as tijdstip, n
    from unnest($1::uuid[], $2::uuid[], $3::bewijssoort[], $4::float8[]) with ordinality
      as item(id, gebeurtenis_id, soort, ms, n)
  ), named as materialized (
    select item.n, zaak_id, vastgelegd_op
    from item join gebeurtenis on gebeurtenis.id = any (array[item.gebeurtenis_id])
  ), kept as (
    -- The lock conflicts with removing a zaak: when that commits first, the zaak is unknown.
    select id, behandelaar_id from zaak
    where id = any (array(select zaak_id from named)) and ($5::text[] is null or zaaktype = any ($5::text[]))
    order by id
    for key share
  ), known as (
    select n, zaak_id, behandelaar_id, vastgelegd_op from named join kept on kept.id = zaak_id
  ), judged as (
    select item.*, known.zaak_id, known.behandelaar_id, vastgelegd_op, case
      when known.n is null then 'gebeurtenis_unknown'
      when tijdstip > $6::timestamptz + ${SKEW} then 'tijdstip_in_future'
      when tijdstip < vastgelegd_op - ${SKEW} then 'tijdstip_before_gebeurtenis'
      else 'recorded'
    end as uitkomst
    from item left join known using (n)
  ), earliest as (
    select distinct on (gebeurtenis_id, soort) * from judged where uitkomst = 'recorded'
    order by gebeurtenis_id, soort, tijdstip, n
  ), written as (
    insert into bewijs (gebeurtenis_id, client, soort, zaak_id, tijdstip, ontvangen_op)
    select gebeurtenis_id, $7, soort, zaak_id, tijdstip, $6::timestamptz from earliest
    on conflict do nothing
    returning gebeurtenis_id, soort
  ), signaleerd as (
    -- once per zaak until it is seen; when the zaak is unassigned, assignZaken signals it later
    insert into signalering (id, behandelaar_id, zaak_id, soort, gegeven, aangemaakt_op)
    select distinct on (zaak_id) id, behandelaar_id, zaak_id, 'mail_geweigerd', gebeurtenis_id::text, $6::timestamptz
    from written join earliest using (gebeurtenis_id, soort)
    where soort = 'mail_geweigerd' and behandelaar_id is not null and (
      select before.id from signalering before
      where before.zaak_id = earliest.zaak_id and before.behandelaar_id = earliest.behandelaar_id
        and before.soort = 'mail_geweigerd' and before.gezien_op is null
      order by gegeven limit 1
    ) is null
    order by zaak_id, tijdstip
    on conflict do nothing
  ), audited as (
    insert into auditregel (id, tijdstip, actor_soort, actor, handeling, uitkomst, trace_id, parent_span_id, zaak_id,
      betrokkene, object_soort, object_id)
    select earliest.id, $6::timestamptz, 'api_client', $7, 'bewijs_melden', 'gelukt', decode($8, 'hex'), decode($9, 'hex'),
      zaak_id, (
        -- the betrokkene of the act, whose auditregel has the id of its event
        select betrokkene from auditregel
        where tijdstip = any (array[vastgelegd_op]) and id = any (array[gebeurtenis_id]) order by tijdstip, id limit 1
      ),
      'gebeurtenis', gebeurtenis_id
    from written join earliest using (gebeurtenis_id, soort)
    returning 1
  )
  select uitkomst, (select count(*)::int from audited) as written from judged order by n`

export type GemeldBewijs = { gebeurtenisId: string; soort: Bewijssoort; tijdstip: Date }

/**
 * Records reports of an API client. A client has one bewijs of each soort per
 * change, and the first one stays.
 *
 * @param report.zaaktypen the only ones that the client may see; absent: all
 * @returns the outcome of each, in the same order
 */
export async function recordBewijzen(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'log'>,
  report: { bewijzen: readonly GemeldBewijs[]; zaaktypen: readonly string[] | undefined; actor: TracedActor },
): Promise<Bewijsuitkomst[]> {
  const { bewijzen, zaaktypen, actor } = report
  const now = ctx.clock()
  const { traceId, parentSpanId } = idsOfTraceparent(actor.traceparent)
  const values = [
    array(bewijzen.map(() => v7({ msecs: now.getTime() }))),
    array(bewijzen.map(({ gebeurtenisId }) => gebeurtenisId)),
    array(bewijzen.map(({ soort }) => soort)),
    array(bewijzen.map(({ tijdstip }) => String(tijdstip.getTime()))),
    zaaktypen ? array(zaaktypen) : null,
    now.toISOString(),
    actor.id,
    traceId,
    parentSpanId,
  ]
  const [rows = []] = await runPipeline(ctx.pool, [{ name: 'record-bewijzen', text: RECORD, values }])
  const [{ written: count = 0 } = {}] = rows
  if (count > 0) ctx.log.info({ actor: actor.id, handeling: 'bewijs_melden', count, traceId }, 'Handeling')
  return rows.map(({ uitkomst }) => uitkomst)
}

/** The values contain no character that has a meaning in an array literal. */
function array(values: readonly string[]): string {
  return `{${values.join(',')}}`
}
