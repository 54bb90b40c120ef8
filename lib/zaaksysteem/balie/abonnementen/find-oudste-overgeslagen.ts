import type { ZaaksysteemContext } from '../../context.ts'

/** When the oldest event was logged that an abonnement was not sent and still can be; null without one. */
export async function findOudsteOvergeslagen(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  abonnementId: string,
): Promise<Date | null> {
  // The first two conditions say nothing that the third does not, but an index serves them.
  const { rows } = await pool.query<{ vastgelegdOp: Date }>(
    `SELECT gebeurtenis.vastgelegd_op AS "vastgelegdOp"
     FROM bezorging JOIN gebeurtenis ON gebeurtenis.id = bezorging.gebeurtenis_id
     WHERE bezorging.abonnement_id = $1 AND bezorging.status <> 'wachtend' AND bezorging.status <> 'bezorgd'
       AND bezorging.status = 'overgeslagen' AND gebeurtenis.body IS NOT NULL
     ORDER BY bezorging.sequence LIMIT 1`,
    [abonnementId],
  )
  return rows[0]?.vastgelegdOp ?? null
}
