import type { ZaaksysteemContext } from '../context.ts'
import type { ClaimedBezorging } from './claim-bezorgingen.ts'
import type { SinkAnswer } from './request-sink.ts'
import { nextAttemptAt } from './retry-schedule.ts'

export type Attempt = Pick<SinkAnswer, 'httpStatus' | 'foutsoort'> & {
  begonnenOp: Date
  duurMs: number
  requestHeaders: Record<string, string>
}

export type RecordedAttempt =
  | { ok: true; status: 'bezorgd' | 'wachtend' | 'mislukt'; volgendeWacht: boolean }
  | { ok: false; reason: 'lease_lost' }

/**
 * Writes one attempt and what follows from it, in one statement: delivered, due again, or a dead letter after the
 * last. Void when the lease was lost to another worker, whose attempt then counts.
 *
 * `volgendeWacht`: a later delivery of the same zaak was waiting for this one.
 */
export async function recordAttempt(
  { pool, clock }: Pick<ZaaksysteemContext, 'pool' | 'clock'>,
  { bezorging, attempt, random }: { bezorging: ClaimedBezorging; attempt: Attempt; random: number },
): Promise<RecordedAttempt> {
  const now = clock()
  const retryAt = attempt.foutsoort ? nextAttemptAt({ attempts: bezorging.pogingen + 1, now, random }) : undefined
  const status = attempt.foutsoort === null ? 'bezorgd' : retryAt ? 'wachtend' : 'mislukt'
  const { rows } = await pool.query<{ volgendeWacht: boolean }>({
    name: 'record-attempt',
    text: `
      WITH recorded AS (
        UPDATE bezorging
        SET status = $3, pogingen = pogingen + 1, volgende_poging = coalesce($4, volgende_poging),
            afgerond_op = $5, lease_id = NULL, lease_tot = NULL
        WHERE id = $1 AND lease_id = $2
        RETURNING *
      ), attempt AS (
        INSERT INTO bezorgpoging (bezorging_id, nummer, begonnen_op, duur_ms, http_status, foutsoort, request_headers)
        SELECT id, pogingen, $6, $7, $8, $9, $10 FROM recorded
      )
      SELECT $3 <> 'wachtend'::bezorging_status AND EXISTS (
        SELECT FROM bezorging later
        WHERE later.status = 'wachtend' AND later.abonnement_id = recorded.abonnement_id
          AND later.zaak_id = recorded.zaak_id AND later.sequence > recorded.sequence
      ) AS "volgendeWacht" FROM recorded`,
    values: [
      bezorging.id,
      bezorging.leaseId,
      status,
      retryAt,
      status === 'wachtend' ? null : now,
      attempt.begonnenOp,
      attempt.duurMs,
      attempt.httpStatus,
      attempt.foutsoort,
      attempt.requestHeaders,
    ],
  })
  const [recorded] = rows
  return recorded ? { ok: true, status, volgendeWacht: recorded.volgendeWacht } : { ok: false, reason: 'lease_lost' }
}
