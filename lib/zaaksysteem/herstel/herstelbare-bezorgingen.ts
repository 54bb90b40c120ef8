/**
 * What never succeeded of an abonnement, of the events logged from `vanaf` until the herstelactie was asked for: dead
 * letters, what was overgeslagen, and what waits for its retry. Each half comes from an index of its own.
 *
 * Parameters: abonnement, sequence to begin after, vanaf, until, now.
 */
export function herstelbareBezorgingen(limit: number | 'ALL'): string {
  const half = (condition: string) => `
    (SELECT bezorging.id, bezorging.sequence, gebeurtenis.body IS NULL AS purged
     FROM bezorging JOIN gebeurtenis ON gebeurtenis.id = bezorging.gebeurtenis_id
     WHERE bezorging.abonnement_id = $1 AND bezorging.sequence > $2
       AND gebeurtenis.vastgelegd_op BETWEEN $3 AND $4 AND ${condition}
     ORDER BY bezorging.sequence LIMIT ${limit})`
  return `
    ${half("status <> 'wachtend' AND status <> 'bezorgd'")}
    UNION ALL
    ${half("status = 'wachtend' AND herhaling AND volgende_poging > $5 AND (lease_tot IS NULL OR lease_tot <= $5)")}
    ORDER BY sequence LIMIT ${limit}`
}
