import { runPipeline, type Statement } from '#lib/platform/postgres/run-pipeline.ts'
import { ADVISORY_LOCKS } from '../advisory-locks.ts'
import type { ZaaksysteemContext } from '../context.ts'

/** Most events that one call numbers. */
export const NUMBERING_BATCH = 1000

/**
 * Who is first of its zaak is decided under this lock: numbering and replays hold it alone, records of attempts share
 * it (`LOCK_RECORDING`). Always taken in a statement of its own, before the snapshot of the statement that decides:
 * whoever had to wait for it sees all that its predecessor wrote. Any constant does, as long as nothing else in this
 * database locks it.
 */
export const LOCK_NUMBERING = `SELECT pg_advisory_xact_lock(${ADVISORY_LOCKS.order})`

/**
 * Parameters: how many at most, and now. An abonnement that is gepauzeerd or uitgeschakeld keeps what it misses as
 * overgeslagen. Of each zaak only the first delivery that waits is due; the end of one promotes the next.
 */
const NUMBER_GEBEURTENISSEN = `
  WITH last AS (
    SELECT coalesce(max(sequence), 0) AS sequence FROM gebeurtenis
  ), fresh AS (
    SELECT id, volgorde FROM gebeurtenis WHERE sequence IS NULL ORDER BY volgorde LIMIT $1
  ), positioned AS (
    SELECT id, (last.sequence + row_number() OVER (ORDER BY volgorde))::int AS sequence FROM fresh, last
  ), numbered AS (
    UPDATE gebeurtenis
    SET sequence = positioned.sequence,
        body = left(event, -1) || ',"sequence":"' || positioned.sequence || '","sequencetype":"Integer"}'
    FROM positioned
    WHERE gebeurtenis.id = positioned.id
    RETURNING gebeurtenis.id, gebeurtenis.zaak_id, gebeurtenis.type, gebeurtenis.sequence
  ), wanted AS (
    SELECT abonnement.id AS abonnement_id, abonnement.status = 'actief' AS actief, numbered.*,
           row_number() OVER (PARTITION BY abonnement.id, numbered.zaak_id ORDER BY numbered.sequence) AS plaats
    FROM numbered
    JOIN zaak ON zaak.id = numbered.zaak_id
    JOIN abonnement ON abonnement.status IN ('actief', 'gepauzeerd', 'uitgeschakeld')
      AND (coalesce(cardinality(abonnement.types), 0) = 0 OR numbered.type = ANY (abonnement.types))
      AND (abonnement.filters = '[]' OR voldoet_aan(abonnement.filters, jsonb_build_object(
        'type', numbered.type, 'subject', numbered.zaak_id, 'zaaktype', zaak.zaaktype)))
  ), fanned_out AS (
    INSERT INTO bezorging (abonnement_id, gebeurtenis_id, zaak_id, sequence, status, volgende_poging, afgerond_op)
    SELECT abonnement_id, id, zaak_id, sequence,
           CASE WHEN actief THEN 'wachtend' ELSE 'overgeslagen' END::bezorging_status,
           CASE WHEN actief AND plaats = 1 AND (
             SELECT earlier.sequence FROM bezorging earlier
             WHERE earlier.status = 'wachtend' AND earlier.abonnement_id = wanted.abonnement_id
               AND earlier.zaak_id = wanted.zaak_id
             LIMIT 1
           ) IS NULL THEN $2::timestamptz END,
           CASE WHEN NOT actief THEN $2::timestamptz END
    FROM wanted
    ORDER BY sequence
  )
  SELECT count(*)::int AS numbered FROM numbered`

export type Numbering = { numbered: number }

export function numberingStatements(now: Date): Statement[] {
  return [
    { name: 'lock_numbering', text: LOCK_NUMBERING },
    { name: 'number_gebeurtenissen', text: NUMBER_GEBEURTENISSEN, values: [`${NUMBERING_BATCH}`, now.toISOString()] },
  ]
}

/**
 * Gives committed events their `sequence` (contiguous from 1, in commit order), fixes the bytes that every delivery
 * sends, and makes one bezorging for each abonnement that wants the event.
 *
 * An event that commits later gets a later number, also when its row is older; that is what makes "all events after
 * N" exact, which a database sequence is not.
 *
 * @returns how many events were numbered, at most one batch
 */
export async function numberGebeurtenissen({
  pool,
  clock,
}: Pick<ZaaksysteemContext, 'pool' | 'clock'>): Promise<number> {
  const [, [numbering]] = (await runPipeline(pool, numberingStatements(clock()))) as [unknown, [Numbering]]
  return numbering.numbered
}
