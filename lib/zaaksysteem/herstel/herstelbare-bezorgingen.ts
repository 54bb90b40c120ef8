import { readable } from '../bezorging/overzicht/readable.ts'

/**
 * Selects the bezorgingen of an abonnement that never succeeded (mislukt, overgeslagen, or waiting for a
 * retry), of the events logged from `vanaf` until the request for the herstelactie. `sendable` is false when
 * the payload is purged, or when the client may no longer read the event. The two lines on `status` repeat
 * the condition of an index, the only one with these in the order of `sequence`.
 *
 * Parameters: abonnement, sequence to begin after, vanaf, until, now, `clientsOfEnvironment`.
 */
export function herstelbareBezorgingen(limit: number | 'ALL'): string {
  return `
    select bezorging.id, bezorging.sequence, gebeurtenis.body is not null and ${readable({ now: '$5', clients: '$6' })} as sendable
    from bezorging join gebeurtenis on gebeurtenis.id = bezorging.gebeurtenis_id
    where bezorging.abonnement_id = $1 and bezorging.sequence > $2 and gebeurtenis.vastgelegd_op between $3 and $4
      and status <> 'bezorgd' and (status <> 'wachtend' or herhaling)
      and (status <> 'wachtend' or volgende_poging > $5 and (lease_tot is null or lease_tot <= $5))
    order by bezorging.sequence
    limit ${limit}`
}
