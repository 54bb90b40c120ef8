/** A change of a zaak of a burger, as the processes tell each other: all that a live event says. */
export type LiveHint = { burgerId: string; volgnummer: number; zaakId: string; versie: number }

/**
 * SQL over a changed row of `zaak`: tells every process, when this commits. Notifications come in the order of the
 * commits, and so those of one burger in the order of their numbers.
 */
export const NOTIFY_LIVE = `pg_notify('live', concat_ws(' ', zaak.burger_id, zaak.live_volgnummer, zaak.id, zaak.versie))`

export function readLiveHint(payload: string): LiveHint {
  const [burgerId = '', volgnummer, zaakId = '', versie] = payload.split(' ')
  return { burgerId, volgnummer: Number(volgnummer), zaakId, versie: Number(versie) }
}
