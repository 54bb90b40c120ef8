import { sqlNow } from '#lib/platform/postgres/database-clock.ts'
import {
  type Beginning,
  COMMIT_WITHOUT_WAITING,
  runPipeline,
  type Statement,
} from '#lib/platform/postgres/run-pipeline.ts'
import { ADVISORY_LOCKS } from '../../advisory-locks.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { BezorgingStatus } from '../../generated/client.ts'
import { signaleerMislukt } from '../../signalering/signaleer.ts'
import {
  isGone,
  NEXT_CIRCUIT_GEOPEND_OP,
  NEXT_CIRCUIT_OPEN_TOT,
  type Outcome,
  outcomeOf,
  type Poging,
  PROBE_SUCCEEDED,
} from './poging.ts'
import { BUCKET_MS, totalsOf } from './poging-totals.ts'
import { storedHeaders } from './stored-headers.ts'

export type RecordedPoging = { ok: true; status: BezorgingStatus } | { ok: false; reason: 'lease_lost' }

/**
 * The shared side of LOCK_ORDER. While attempts are recorded and promote the next bezorging of their zaak,
 * new bezorgingen and replays cannot change which one goes first.
 */
const LOCK_RECORDING: Beginning = {
  name: 'lock_recording',
  select: `pg_advisory_xact_lock_shared(${ADVISORY_LOCKS.order})`,
}

/**
 * A replay may have put back an earlier bezorging of the zaak while this one was under way. The earlier one
 * goes first.
 */
const EARLIER_WAITS = `
  select earlier.sequence from bezorging earlier
  where earlier.status = 'wachtend' and earlier.abonnement_id = bezorging.abonnement_id
    and earlier.zaak_id = bezorging.zaak_id and earlier.sequence < bezorging.sequence
  limit 1`

/**
 * Parameters: attempts and their outcomes (JSON), totals per abonnement (JSON), now, begin of the bucket.
 *
 * An attempt whose lease was lost to another worker changes no bezorging. It does count in the totals,
 * because its request was sent.
 */
const RECORD_ATTEMPTS = `
  with poging as (
    select * from json_to_recordset($1) as poging (
      id bigint, "leaseId" uuid, status bezorging_status, "volgendePoging" timestamptz, "afgerondOp" timestamptz,
      "buitenSchema" boolean, handmatig boolean, "begonnenOp" timestamptz, "duurMs" int, "httpStatus" int,
      foutsoort text, foutdetail text, "requestHeaders" jsonb, "responseHeaders" jsonb, "responseBody" text, "responseAfgekapt" boolean
    )
  ), total as (
    select *, $3::timestamptz as now from json_to_recordset($2) as total (
      "abonnementId" uuid, geslaagd int, mislukt int, geweigerd int, herhaald int, duren int[],
      "reactieGeclaimdOp" timestamptz, "foutGeclaimdOp" timestamptz, "falendSinds" timestamptz, foutsoort text,
      "pauzeTot" timestamptz
    )
  ), recorded as (
    update bezorging
    set status = poging.status, pogingen = pogingen + 1, ronde_vanaf = ronde_vanaf + poging."buitenSchema"::int,
        volgende_poging = case when poging.status <> 'wachtend' or (${EARLIER_WAITS}) is null
                               then poging."volgendePoging" end,
        herhaling = herhaling or poging.status = 'wachtend',
        handmatig = false, afgerond_op = poging."afgerondOp", lease_id = null, lease_tot = null
    from poging
    where bezorging.id = any (array[poging.id]) and bezorging.lease_id = poging."leaseId"
    returning bezorging.id, bezorging.abonnement_id, bezorging.gebeurtenis_id, bezorging.status, bezorging.pogingen,
      poging.handmatig, "begonnenOp", "duurMs", "httpStatus", foutsoort, foutdetail, "requestHeaders", "responseHeaders",
      "responseBody", "responseAfgekapt"
  ), written as (
    insert into bezorgpoging (bezorging_id, nummer, handmatig, begonnen_op, duur_ms, http_status, foutsoort, foutdetail,
      request_headers, response_headers, response_body, response_afgekapt)
    select id, pogingen, handmatig, "begonnenOp", "duurMs", "httpStatus", foutsoort, foutdetail, "requestHeaders",
           "responseHeaders", "responseBody", "responseAfgekapt"
    from recorded
  ), dead_letters as (
    insert into melding (id, abonnement_id, soort, gegeven, aangemaakt_op)
    select distinct on (abonnement_id) gen_random_uuid(), abonnement_id, 'mislukt', gebeurtenis_id, $3
    from recorded
    where status = 'mislukt' and (
      select id from melding
      where abonnement_id = recorded.abonnement_id and soort = 'mislukt' and gemaild_op is null and gezien_op is null
      order by aangemaakt_op limit 1
    ) is null
  ), counted as (
    insert into bezorgstatistiek as bucket (abonnement_id, begin, geslaagd, mislukt, geweigerd, herhaald, duren)
    select id, $4, total.geslaagd, total.mislukt, total.geweigerd, total.herhaald, total.duren
    from total join abonnement on abonnement.id = any (array[total."abonnementId"])
    order by id
    on conflict (abonnement_id, begin) do update
    set geslaagd = bucket.geslaagd + excluded.geslaagd, mislukt = bucket.mislukt + excluded.mislukt,
        geweigerd = bucket.geweigerd + excluded.geweigerd, herhaald = bucket.herhaald + excluded.herhaald,
        duren = (
          select array_agg(known + added order by klasse)
          from unnest(bucket.duren, excluded.duren) with ordinality as duur (known, added, klasse)
        )
  ), changing as (
    select id from total join abonnement on abonnement.id = any (array[total."abonnementId"])
    where total.mislukt > 0 or abonnement.falend_sinds is not null or abonnement.circuit_open_tot is not null
    order by id
    for no key update of abonnement
  ), changed as (
    update abonnement
    set falend_sinds = case when total.geslaagd > 0 then total."falendSinds"
                            else coalesce(falend_sinds, total."falendSinds") end,
        gewaarschuwd_bij = case when total.geslaagd > 0 then 0 else gewaarschuwd_bij end,
        laatste_foutsoort = coalesce(total.foutsoort, laatste_foutsoort),
        laatste_fout_op = case when total.mislukt > 0 then $3 else laatste_fout_op end,
        circuit_gesloten_op = case when ${PROBE_SUCCEEDED} then $3 else circuit_gesloten_op end,
        circuit_open_tot = ${NEXT_CIRCUIT_OPEN_TOT},
        circuit_geopend_op = ${NEXT_CIRCUIT_GEOPEND_OP}
    from total join changing on changing.id = total."abonnementId"
    where abonnement.id = any (array[changing.id])
  )
  select id from recorded`

/**
 * Makes the first waiting bezorging of the same zaak and abonnement due. Parameters: ids of bezorgingen that
 * may have ended, and now. It is a separate statement, because its later snapshot shows what other workers
 * have recorded meanwhile.
 */
const PROMOTE_NEXT = `
  update bezorging
  set volgende_poging = $2
  where volgende_poging is null and id = any (array(
    select next.id
    from bezorging ended
    cross join lateral (
      select id from bezorging waiting
      where waiting.status = 'wachtend' and waiting.abonnement_id = ended.abonnement_id
        and waiting.zaak_id = ended.zaak_id
      order by waiting.sequence
      limit 1
    ) next
    where ended.id = any ($1) and ended.status <> 'wachtend'
  ))
  returning id`

/**
 * For 410 Gone. Parameters: ids of abonnementen, and now. `skipPending` ends their waiting bezorgingen later.
 */
const DISABLE_GONE = `
  with disabled as (
    update abonnement set status = 'uitgeschakeld', statusreden = 'gone', status_sinds = $2
    where id = any ($1) and status in ('actief', 'gepauzeerd')
    returning id
  )
  insert into melding (id, abonnement_id, soort, gegeven, aangemaakt_op)
  select gen_random_uuid(), id, 'uitgeschakeld', 'gone', $2 from disabled`

/**
 * Records attempts, in the order in which they ended, and their outcomes in one transaction. If the lease of
 * an attempt was lost, the attempt of the worker that now holds it decides about the bezorging.
 *
 * @param options.onDue called when recording may have made something due: a retry, or the next bezorging of a
 * zaak
 * @returns the result of each attempt, in the same order
 */
export async function recordPogingen(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  pogingen: readonly Poging[],
  { random = Math.random, onDue }: { random?: () => number; onDue?: (() => void) | undefined } = {},
): Promise<RecordedPoging[]> {
  const now = ctx.clock()
  const ended = pogingen.map((poging) => ({ poging, outcome: outcomeOf(poging, { now, random: random() }) }))
  const at = sqlNow(ctx.clock)
  const bucket = new Date(Math.floor(now.getTime() / BUCKET_MS) * BUCKET_MS).toISOString()
  const rows = ended.map((each) => toRow(each, now))
  const endedIds = ended.filter(({ outcome }) => outcome.status !== 'wachtend').map(({ poging }) => poging.bezorging.id)
  const deadIds = ended.filter(({ outcome }) => outcome.status === 'mislukt').map(({ poging }) => poging.bezorging.id)
  const goneIds = [...new Set(pogingen.filter(isGone).map(({ bezorging }) => bezorging.abonnementId))]
  const statements: Statement[] = [
    {
      name: 'record_pogingen',
      text: RECORD_ATTEMPTS,
      values: [JSON.stringify(rows), JSON.stringify(totalsOf(ended, now)), at, bucket],
    },
  ]
  if (endedIds.length > 0) statements.push({ name: 'promote_next', text: PROMOTE_NEXT, values: [`{${endedIds}}`, at] })
  if (deadIds.length > 0) statements.push(signaleerMislukt(deadIds, at))
  if (goneIds.length > 0) statements.push({ name: 'disable_gone', text: DISABLE_GONE, values: [`{${goneIds}}`, at] })
  const beginnings = [COMMIT_WITHOUT_WAITING, LOCK_RECORDING]
  const [recorded = [], promoted = []] = await runPipeline(ctx.pool, statements, beginnings)
  const recordedIds = new Set(recorded.map(({ id }) => id))
  if (endedIds.length < ended.length || recorded.length < ended.length || promoted.length > 0) onDue?.()
  return ended.map(({ poging, outcome }) =>
    recordedIds.has(poging.bezorging.id) ? { ok: true, status: outcome.status } : { ok: false, reason: 'lease_lost' },
  )
}

function toRow({ poging, outcome }: { poging: Poging; outcome: Outcome }, now: Date) {
  const { bezorging, begonnenOp, duurMs, httpStatus, foutsoort, foutdetail } = poging
  const { id, leaseId, handmatig, body: event, sink } = bezorging
  const { responseHeaders, responseBody, responseAfgekapt } = poging
  const requestHeaders = storedHeaders(poging.requestHeaders, { event, sink })
  const afgerondOp = outcome.status === 'wachtend' ? null : now
  const sent = { begonnenOp, duurMs, httpStatus, foutsoort, foutdetail, requestHeaders }
  return { id, leaseId, handmatig, ...outcome, afgerondOp, ...sent, responseHeaders, responseBody, responseAfgekapt }
}
