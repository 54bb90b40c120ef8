import type { ZaaksysteemContext } from '../context.ts'

/** An abonnement of which nothing has arrived for so long is uitgeschakeld. */
export const DISABLE_AFTER_DAYS = 5

const MARK_REACHED = `falend_sinds + mark * interval '${DISABLE_AFTER_DAYS * 24} hours' / 100 <= $1`

/**
 * Warns at 50, 70 and 90 % of the way to uitgeschakeld, and disables at its end: by the time since the first failure
 * after the last success, so also when there is hardly anything to send. Each once, however many supervise at the same
 * moment: whoever waited for an abonnement looks at it afresh. Only the highest mark reached gets a melding.
 */
export async function superviseFailing({
  pool,
  clock,
  log,
}: Pick<ZaaksysteemContext, 'pool' | 'clock' | 'log'>): Promise<void> {
  const { rows } = await pool.query<{ abonnementId: string; soort: string }>(
    `WITH reached AS (
       SELECT id, mark
       FROM abonnement CROSS JOIN LATERAL (
         SELECT max(mark) AS mark FROM unnest('{50,70,90,100}'::int[]) mark WHERE ${MARK_REACHED}
       ) highest
       WHERE status = 'actief' AND gewaarschuwd_bij < mark AND ${MARK_REACHED}
       ORDER BY id
       FOR NO KEY UPDATE OF abonnement
     ), changed AS (
       UPDATE abonnement
       SET gewaarschuwd_bij = CASE mark WHEN 100 THEN gewaarschuwd_bij ELSE mark END,
           status = CASE mark WHEN 100 THEN 'uitgeschakeld' ELSE status END,
           statusreden = CASE mark WHEN 100 THEN 'failing' ELSE statusreden END,
           status_sinds = CASE mark WHEN 100 THEN $1 ELSE status_sinds END
       FROM reached
       WHERE abonnement.id = reached.id
       RETURNING abonnement.id, mark
     )
     INSERT INTO melding (id, abonnement_id, soort, gegeven, aangemaakt_op)
     SELECT gen_random_uuid(), id, CASE mark WHEN 100 THEN 'uitgeschakeld' ELSE 'falend' END::melding_soort,
            CASE mark WHEN 100 THEN 'failing' ELSE mark::text END, $1
     FROM changed
     RETURNING abonnement_id AS "abonnementId", soort`,
    [clock()],
  )
  for (const { abonnementId, soort } of rows) {
    if (soort === 'uitgeschakeld') log.error({ abonnementId, reason: 'failing' }, 'An abonnement was disabled')
    else log.warn({ abonnementId }, 'An abonnement keeps failing')
  }
}
