import type { PlannedStatus } from '../plan-steps.ts'

type Aanvulling = { naam: string; toelichting?: string; formulier?: string }

/** The input of an act at the desk or by law, with days relative to today instead of dates. */
export type Handeling = (
  | PlannedStatus
  | { soort: 'heropening' | 'correctie' }
  | { soort: 'hervatting' }
  | { soort: 'opschorting'; reden: string; totOverDagen: number }
  | { soort: 'verlenging'; dagen: number }
  /** a negative number of days: the last day has passed, and the term has resumed by law */
  | { soort: 'aanvullingsverzoek'; uiterlijkOverDagen: number; aanvullingen: Aanvulling[] }
) & {
  toelichting?: string
  /** subject of the behandelaar, when it differs from that of the zaak */
  door?: string
}

/** An act that needs both systems, so the demo performs it at its start. */
export type Vandaag =
  | { soort: 'statuswijziging'; statustype: string; toelichting?: string }
  /** the citizen reports the first `aantal` aanvullingen as sent */
  | { soort: 'aanvulling_melden'; aantal: number }
  /** the citizen asks to withdraw; with `afgewezen` the desk refuses with that reason */
  | { soort: 'intrekking_vragen'; afgewezen?: string }
  /** the citizen asks the desk a question */
  | { soort: 'vraag_stellen'; tekst: string }

export type VerhaalZaak = {
  /** UUID v7 of the zaak that pages link to; the others get a new one */
  id?: string
  zaaktype: string
  omschrijving: string
  /** The day of registration. Acts on a day off are moved to the workday before. */
  dagenGeleden: number
  /** subject; null when unassigned */
  behandelaar: string | null
  vertrouwelijk?: boolean
  /** how it ended; the steps before are spread over the time until then */
  einde?: { dagenGeleden: number; resultaat: string; toelichting?: string }
  /** further acts, oldest first */
  stappen?: (Handeling & { dagenGeleden: number })[]
  vandaag?: Vandaag
}

/** The story of a citizen of the demo. */
export type Verhaal = {
  /** id of the demo burger */
  burger: string
  /** wants mail at this address, in that language */
  mail?: { adres: string; taal: 'nl' | 'en' }
  zaken: VerhaalZaak[]
}
