/** A change of a zaak of a burger, as processes send it to each other. A live event holds no more. */
export type LiveHint = { burgerId: string; volgnummer: number; zaakId: string; versie: number }

/**
 * SQL over a changed row of `zaak` that notifies every process at the commit. Notifications arrive in the
 * order of the commits, and those of one burger therefore in the order of their numbers.
 */
export const NOTIFY_LIVE = `pg_notify('live', concat_ws(' ', zaak.burger_id, zaak.live_volgnummer, zaak.id, zaak.versie))`

export function readLiveHint(payload: string): LiveHint {
  const [burgerId = '', volgnummer, zaakId = '', versie] = payload.split(' ')
  return { burgerId, volgnummer: Number(volgnummer), zaakId, versie: Number(versie) }
}
