import type { ZaaksysteemContext } from '../../context.ts'

export type BezorgingTelling = {
  wachtend: number
  /** when the oldest event that still waits was logged */
  oudsteWachtend: Date | null
  /** mislukt: their last attempt failed */
  dodeBrieven: number
  overgeslagen: number
}

const NONE: BezorgingTelling = { wachtend: 0, oudsteWachtend: null, dodeBrieven: 0, overgeslagen: 0 }

/**
 * How many deliveries each abonnement has that are not bezorgd. One pass over each partial index for all abonnementen
 * together: a count per abonnement would visit the same pages once for each of them.
 */
export async function countBezorgingen(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  abonnementId?: string,
): Promise<{ of(abonnementId: string): BezorgingTelling }> {
  const only = abonnementId ? 'AND abonnement_id = $1' : ''
  const { rows } = await pool.query<BezorgingTelling & { id: string }>(
    `WITH wachtend AS (
       SELECT abonnement_id, count(*)::int AS aantal, min(sequence) AS oudste
       FROM bezorging WHERE status = 'wachtend' ${only} GROUP BY abonnement_id
     ), niet_bezorgd AS (
       SELECT abonnement_id, count(*) FILTER (WHERE status = 'mislukt')::int AS mislukt,
              count(*) FILTER (WHERE status = 'overgeslagen')::int AS overgeslagen
       FROM bezorging WHERE status <> 'wachtend' AND status <> 'bezorgd' ${only} GROUP BY abonnement_id
     )
     SELECT abonnement_id AS id, coalesce(wachtend.aantal, 0) AS wachtend, gebeurtenis.vastgelegd_op AS "oudsteWachtend",
            coalesce(niet_bezorgd.mislukt, 0) AS "dodeBrieven", coalesce(niet_bezorgd.overgeslagen, 0) AS overgeslagen
     FROM wachtend FULL JOIN niet_bezorgd USING (abonnement_id)
     LEFT JOIN gebeurtenis ON gebeurtenis.sequence = wachtend.oudste`,
    abonnementId ? [abonnementId] : [],
  )
  const byId = new Map(rows.map(({ id, ...telling }) => [id, telling]))
  return { of: (id) => byId.get(id) ?? NONE }
}
