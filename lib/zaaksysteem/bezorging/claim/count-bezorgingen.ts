import type { ZaaksysteemContext } from '../../context.ts'

type BezorgingTelling = {
  wachtend: number
  /** when the oldest waiting event was logged */
  oudsteWachtend: Date | null
  /** bezorgingen that are mislukt: their last attempt failed */
  dodeBrieven: number
  overgeslagen: number
}

const NONE: BezorgingTelling = { wachtend: 0, oudsteWachtend: null, dodeBrieven: 0, overgeslagen: 0 }

/**
 * Counts the bezorgingen of each abonnement that are not bezorgd. One pass over each partial index serves all
 * abonnementen; a count per abonnement would visit the same pages once for each of them.
 */
export async function countBezorgingen(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  abonnementIds?: readonly string[],
): Promise<{ of(abonnementId: string): BezorgingTelling }> {
  const only = abonnementIds ? 'and abonnement_id = any ($1)' : ''
  const { rows } = await pool.query<BezorgingTelling & { id: string }>(
    `with wachtend as (
       select abonnement_id, count(*)::int as aantal, min(sequence) as oudste
       from bezorging where status = 'wachtend' ${only} group by abonnement_id
     ), niet_bezorgd as (
       select abonnement_id, count(*) filter (where status = 'mislukt')::int as mislukt,
              count(*) filter (where status = 'overgeslagen')::int as overgeslagen
       from bezorging where status <> 'wachtend' and status <> 'bezorgd' ${only} group by abonnement_id
     )
     select abonnement_id as id, coalesce(wachtend.aantal, 0) as wachtend, gebeurtenis.vastgelegd_op as "oudsteWachtend",
            coalesce(niet_bezorgd.mislukt, 0) as "dodeBrieven", coalesce(niet_bezorgd.overgeslagen, 0) as overgeslagen
     from wachtend FULL join niet_bezorgd using (abonnement_id)
     left join gebeurtenis on gebeurtenis.sequence = wachtend.oudste`,
    abonnementIds ? [abonnementIds] : [],
  )
  const byId = new Map(rows.map(({ id, ...telling }) => [id, telling]))
  return { of: (id) => byId.get(id) ?? NONE }
}
