import type { ZaaksysteemContext } from '../../context.ts'

/**
 * Returns when the oldest skipped event was logged that an abonnement can still be sent; null without one.
 */
export async function findOudsteOvergeslagen(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  abonnementId: string,
): Promise<Date | null> {
  // The third condition implies the first two, which the partial index needs.
  const { rows } = await pool.query<{ vastgelegdOp: Date }>(
    `select gebeurtenis.vastgelegd_op as "vastgelegdOp"
     from bezorging join gebeurtenis on gebeurtenis.id = bezorging.gebeurtenis_id
     where bezorging.abonnement_id = $1 and bezorging.status <> 'wachtend' and bezorging.status <> 'bezorgd'
       and bezorging.status = 'overgeslagen' and gebeurtenis.body is not null
     order by bezorging.sequence limit 1`,
    [abonnementId],
  )
  return rows[0]?.vastgelegdOp ?? null
}
