import type { StatusSoort } from '#lib/contract/event-types.ts'

/** An event that passed every check of the receiver. */
export type ReceivedEvent = {
  id: string
  source: string
  type: string
  subject: string | null
  /** null when the bron gives none; such an event is not applied, it only makes the portal fetch the zaak */
  sequence: number | null
  /** null for types that the portal does not know */
  change: ZaakChange | null
  /** SHA-256 over attributes and data, base64url; the same in every content mode */
  inhoudSha256: string
  /** of the change, in hex; null when the event does not say it, or not as W3C has it */
  traceId: string | null
  /** a test, which says nothing of any zaak */
  isProefbericht?: true
}

/** What an event says about a zaak. `oudeStatus` is null when there was none, or the status stays as it is. */
export type ZaakChange = {
  zaakId: string
  /** null when the zaak was removed */
  soort: StatusSoort | null
  oudeStatus: string | null
  /** null when the status stays as it is */
  nieuweStatus: string | null
  /** the zaak's versie after the change, when the event says all of it; null when the zaak must be fetched */
  volledigeVersie: number | null
  tijdstip: Date
}
