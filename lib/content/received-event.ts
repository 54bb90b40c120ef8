import type { StatusSoort } from '#lib/contract/event-types.ts'

/** An event that passed every check of the receiver. */
export type ReceivedEvent = {
  id: string
  source: string
  type: string
  subject: string | null
  /**
   * null when the bron sends none; the event is then not applied, and only makes the portal fetch the zaak
   */
  sequence: number | null
  /** null for an unknown type */
  change: ZaakChange | null
  /** SHA-256 over attributes and data, base64url; the same in every content mode */
  inhoudSha256: string
  /** trace id of the change, in hex; null when absent or invalid by W3C Trace Context */
  traceId: string | null
  /** true for a test message, which is about no zaak */
  isProefbericht?: true
}

/**
 * The change of a zaak in an event. `oudeStatus` is null when there was none, or the status does not change.
 */
export type ZaakChange = {
  zaakId: string
  /** null when the zaak was removed */
  soort: StatusSoort | null
  oudeStatus: string | null
  /** null when the status does not change */
  nieuweStatus: string | null
  /** the versie after the change, when the event is complete; null when the zaak must be fetched */
  volledigeVersie: number | null
  tijdstip: Date
}
