import { runPipeline, type Statement } from '#lib/platform/postgres/run-pipeline.ts'
import { ADVISORY_LOCKS } from '../../advisory-locks.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import type { BezorgingStatus } from '../../generated/client.ts'
import { NEXT_CIRCUIT_OPEN_TOT, PROBE_SUCCEEDED } from './circuit.ts'
import { isGone, type Outcome, outcomeOf, type Poging } from './poging.ts'
import { BUCKET_MS, totalsOf } from './poging-totals.ts'

export type RecordedPoging = { ok: true; status: BezorgingStatus } | { ok: false; reason: 'lease_lost' }

/** See LOCK_NUMBERING: while deliveries end and promote the next, nobody decides anew who is first. */
export const LOCK_RECORDING = `SELECT pg_advisory_xact_lock_shared(${ADVISORY_LOCKS.order})`

/** One that was put back in front of this one while it was under way goes first. */
const EARLIER_WAITS = `
  SELECT earlier.sequence FROM bezorging earlier
  WHERE earlier.status = 'wachtend' AND earlier.abonnement_id = bezorging.abonnement_id
    AND earlier.zaak_id = bezorging.zaak_id AND earlier.sequence < bezorging.sequence
  LIMIT 1`

/**
 * Parameters: attempts and their outcomes (JSON), totals per abonnement (JSON), now, begin of the bucket.
 *
 * An attempt whose lease was lost to another worker changes no delivery. It did happen, so it does count in the
 * totals. A dead letter is told of once, until somebody knows. An abonnement's row is written only when something about it changes, not with every success.
 */
const RECORD_ATTEMPTS = `
  WITH poging AS (
    SELECT * FROM json_to_recordset($1) AS poging (
      id bigint, "leaseId" uuid, status bezorging_status, "volgendePoging" timestamptz, "afgerondOp" timestamptz,
      "buitenSchema" boolean, handmatig boolean, "begonnenOp" timestamptz, "duurMs" int, "httpStatus" int,
      foutsoort text, foutdetail text, "requestHeaders" jsonb, "responseHeaders" jsonb, "responseBody" text, "responseAfgekapt" boolean
    )
  ), total AS (
    SELECT *, $3::timestamptz AS now FROM json_to_recordset($2) AS total (
      "abonnementId" uuid, geslaagd int, mislukt int, herhaald int, duren int[], "succesBegonnenOp" timestamptz,
      "foutBegonnenOp" timestamptz, "falendSinds" timestamptz, foutsoort text
    )
  ), recorded AS (
    UPDATE bezorging
    SET status = poging.status, pogingen = pogingen + 1, ronde_vanaf = ronde_vanaf + poging."buitenSchema"::int,
        volgende_poging = CASE WHEN poging.status <> 'wachtend' OR (${EARLIER_WAITS}) IS NULL
                               THEN poging."volgendePoging" END,
        herhaling = herhaling OR poging.status = 'wachtend',
        handmatig = false, afgerond_op = poging."afgerondOp", lease_id = NULL, lease_tot = NULL
    FROM poging
    WHERE bezorging.id = poging.id AND bezorging.lease_id = poging."leaseId"
    RETURNING bezorging.id, bezorging.abonnement_id, bezorging.gebeurtenis_id, bezorging.status, bezorging.pogingen
  ), written AS (
    INSERT INTO bezorgpoging (bezorging_id, nummer, handmatig, begonnen_op, duur_ms, http_status, foutsoort, foutdetail,
      request_headers, response_headers, response_body, response_afgekapt)
    SELECT id, recorded.pogingen, handmatig, "begonnenOp", "duurMs", "httpStatus", foutsoort, foutdetail,
           "requestHeaders", "responseHeaders", "responseBody", "responseAfgekapt"
    FROM recorded JOIN poging USING (id)
  ), dead_letters AS (
    INSERT INTO melding (id, abonnement_id, soort, gegeven, aangemaakt_op)
    SELECT DISTINCT ON (abonnement_id) gen_random_uuid(), abonnement_id, 'mislukt', gebeurtenis_id, $3
    FROM recorded
    WHERE status = 'mislukt' AND NOT EXISTS (
      SELECT FROM melding
      WHERE abonnement_id = recorded.abonnement_id AND soort = 'mislukt' AND gemaild_op IS NULL AND gezien_op IS NULL
    )
  ), counted AS (
    INSERT INTO bezorgstatistiek AS bucket (abonnement_id, begin, geslaagd, mislukt, herhaald, duren)
    SELECT id, $4, total.geslaagd, total.mislukt, total.herhaald, total.duren
    FROM total JOIN abonnement ON abonnement.id = total."abonnementId"
    ORDER BY id
    ON CONFLICT (abonnement_id, begin) DO UPDATE
    SET geslaagd = bucket.geslaagd + excluded.geslaagd, mislukt = bucket.mislukt + excluded.mislukt,
        herhaald = bucket.herhaald + excluded.herhaald,
        duren = (
          SELECT array_agg(known + added ORDER BY klasse)
          FROM unnest(bucket.duren, excluded.duren) WITH ORDINALITY AS duur (known, added, klasse)
        )
  ), changing AS (
    SELECT id FROM abonnement JOIN total ON total."abonnementId" = abonnement.id
    WHERE total.mislukt > 0 OR abonnement.falend_sinds IS NOT NULL OR abonnement.circuit_open_tot IS NOT NULL
    ORDER BY id
    FOR NO KEY UPDATE OF abonnement
  ), changed AS (
    UPDATE abonnement
    SET falend_sinds = CASE WHEN total.geslaagd > 0 THEN total."falendSinds"
                            ELSE coalesce(falend_sinds, total."falendSinds") END,
        gewaarschuwd_bij = CASE WHEN total.geslaagd > 0 THEN 0 ELSE gewaarschuwd_bij END,
        laatste_foutsoort = coalesce(total.foutsoort, laatste_foutsoort),
        laatste_fout_op = CASE WHEN total.mislukt > 0 THEN $3 ELSE laatste_fout_op END,
        circuit_gesloten_op = CASE WHEN ${PROBE_SUCCEEDED} THEN $3 ELSE circuit_gesloten_op END,
        circuit_open_tot = ${NEXT_CIRCUIT_OPEN_TOT}
    FROM total JOIN changing ON changing.id = total."abonnementId"
    WHERE abonnement.id = changing.id
  )
  SELECT id FROM recorded`

/**
 * Makes the first that waits of the same zaak and abonnement due. Parameters: ids of deliveries that may have ended,
 * and now. A statement of its own, so that it sees what others have recorded meanwhile.
 */
const PROMOTE_NEXT = `
  UPDATE bezorging
  SET volgende_poging = coalesce(bezorging.volgende_poging, $2)
  FROM bezorging ended
  CROSS JOIN LATERAL (
    SELECT id FROM bezorging waiting
    WHERE waiting.status = 'wachtend' AND waiting.abonnement_id = ended.abonnement_id
      AND waiting.zaak_id = ended.zaak_id
    ORDER BY waiting.sequence
    LIMIT 1
  ) next
  WHERE ended.id = ANY ($1) AND ended.status <> 'wachtend' AND bezorging.id = next.id`

/** 410 Gone. Parameters: ids of abonnementen, and now. What is pending follows in the upkeep. */
const DISABLE_GONE = `
  WITH disabled AS (
    UPDATE abonnement SET status = 'uitgeschakeld', statusreden = 'gone', status_sinds = $2
    WHERE id = ANY ($1) AND status IN ('actief', 'gepauzeerd')
    RETURNING id
  )
  INSERT INTO melding (id, abonnement_id, soort, gegeven, aangemaakt_op)
  SELECT gen_random_uuid(), id, 'uitgeschakeld', 'gone', $2 FROM disabled`

/**
 * Writes attempts, in the order in which they ended, and what follows from them, in one transaction: delivered, due
 * again, a dead letter, or the end of the abonnement. An attempt is void when its lease was lost to another worker,
 * whose attempt then counts.
 *
 * @returns what became of each, in the same order
 */
export async function recordPogingen(
  ctx: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  pogingen: readonly Poging[],
  { random = Math.random }: { random?: () => number } = {},
): Promise<RecordedPoging[]> {
  const now = ctx.clock()
  const ended = pogingen.map((poging) => ({ poging, outcome: outcomeOf(poging, { now, random: random() }) }))
  const at = now.toISOString()
  const bucket = new Date(Math.floor(now.getTime() / BUCKET_MS) * BUCKET_MS).toISOString()
  const rows = ended.map((each) => toRow(each, now))
  const endedIds = ended.filter(({ outcome }) => outcome.status !== 'wachtend').map(({ poging }) => poging.bezorging.id)
  const goneIds = [...new Set(pogingen.filter(isGone).map(({ bezorging }) => bezorging.abonnementId))]
  const statements: Statement[] = [
    { name: 'lock_recording', text: LOCK_RECORDING },
    {
      name: 'record_pogingen',
      text: RECORD_ATTEMPTS,
      values: [JSON.stringify(rows), JSON.stringify(totalsOf(ended)), at, bucket],
    },
  ]
  if (endedIds.length > 0) statements.push({ name: 'promote_next', text: PROMOTE_NEXT, values: [`{${endedIds}}`, at] })
  if (goneIds.length > 0) statements.push({ name: 'disable_gone', text: DISABLE_GONE, values: [`{${goneIds}}`, at] })
  const [, recorded] = (await runPipeline(ctx.pool, statements)) as [unknown, { id: string }[]]
  const recordedIds = new Set(recorded.map(({ id }) => id))
  return ended.map(({ poging, outcome }) =>
    recordedIds.has(poging.bezorging.id) ? { ok: true, status: outcome.status } : { ok: false, reason: 'lease_lost' },
  )
}

function toRow({ poging, outcome }: { poging: Poging; outcome: Outcome }, now: Date) {
  const { bezorging, begonnenOp, duurMs, httpStatus, foutsoort, foutdetail } = poging
  const { id, leaseId, handmatig } = bezorging
  const { requestHeaders, responseHeaders, responseBody, responseAfgekapt } = poging
  const afgerondOp = outcome.status === 'wachtend' ? null : now
  const sent = { begonnenOp, duurMs, httpStatus, foutsoort, foutdetail, requestHeaders }
  return { id, leaseId, handmatig, ...outcome, afgerondOp, ...sent, responseHeaders, responseBody, responseAfgekapt }
}
