import type { QueryResult } from 'pg'
import type { ZaaksysteemContext } from '../context.ts'

/** Most events that one call numbers. */
export const NUMBERING_BATCH = 1000

/**
 * Taken in a statement of its own, before the snapshot of the numbering: whoever had to wait for it sees all that its
 * predecessor numbered. Any constant does, as long as nothing else in this database locks it.
 */
export const LOCK_NUMBERING = 'SELECT pg_advisory_xact_lock(7236001)'

/** Parameters: how many at most, and when their deliveries are due. */
export const NUMBER_GEBEURTENISSEN = `
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
  ), fanned_out AS (
    INSERT INTO bezorging (abonnement_id, gebeurtenis_id, zaak_id, sequence, volgende_poging)
    SELECT abonnement.id, numbered.id, numbered.zaak_id, numbered.sequence, $2
    FROM numbered
    JOIN abonnement ON abonnement.status = 'actief'
      AND (abonnement.types = '{}' OR numbered.type = ANY (abonnement.types))
    ORDER BY numbered.sequence
  )
  SELECT count(*)::int AS numbered FROM numbered`

export type Numbering = { numbered: number }

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
  const client = await pool.connect()
  try {
    await client.query(`BEGIN; ${LOCK_NUMBERING}`)
    const { rows }: QueryResult<Numbering> = await client.query(NUMBER_GEBEURTENISSEN, [NUMBERING_BATCH, clock()])
    await client.query('COMMIT')
    client.release()
    return rows[0]?.numbered ?? 0
  } catch (error) {
    // Closing the connection rolls back, whatever state it is in.
    client.release(true)
    throw error
  }
}
