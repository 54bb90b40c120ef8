import type { PlannedStatus } from '../plan-steps.ts'

/** Something that was asked of the aanvrager. */
type Aanvulling = { naam: string; toelichting?: string; formulier?: string }

/** An act at the desk or by law, as its use case takes it, with days relative to today instead of dates. */
export type Handeling = (
  | PlannedStatus
  | { soort: 'heropening' | 'correctie' }
  | { soort: 'hervatting' }
  | { soort: 'opschorting'; reden: string; totOverDagen: number }
  | { soort: 'verlenging'; dagen: number }
  /** a negative number of days: the last day has passed, and by law the term runs again */
  | { soort: 'aanvullingsverzoek'; uiterlijkOverDagen: number; aanvullingen: Aanvulling[] }
) & {
  toelichting?: string
  /** subject of the behandelaar, when it is another one than that of the zaak */
  door?: string
}

/** Something that can only happen when both systems run, so the demo does it when it starts. */
export type Vandaag =
  | { soort: 'statuswijziging'; statustype: string; toelichting?: string }
  /** the citizen says that the first so many things of what is asked were sent */
  | { soort: 'aanvulling_melden'; aantal: number }
  /** the citizen asks to withdraw; with `afgewezen` the desk says why that cannot be */
  | { soort: 'intrekking_vragen'; afgewezen?: string }
  /** the citizen asks the desk something */
  | { soort: 'vraag_stellen'; tekst: string }

export type VerhaalZaak = {
  /** UUID v7 of the one that pages name; a fresh one for the others */
  id?: string
  zaaktype: string
  omschrijving: string
  /** Registered then. Whatever is done on a day off is done on the workday before. */
  dagenGeleden: number
  /** subject; null when nobody has it yet */
  behandelaar: string | null
  vertrouwelijk?: boolean
  /** how it ended, once; the steps before are spread over the time until then */
  einde?: { dagenGeleden: number; resultaat: string; toelichting?: string }
  /** what happened besides, oldest first */
  stappen?: (Handeling & { dagenGeleden: number })[]
  vandaag?: Vandaag
}

/** What a citizen of the demo went through. */
export type Verhaal = {
  /** id of the demo burger */
  burger: string
  /** wants to be mailed there, in that language */
  mail?: { adres: string; taal: 'nl' | 'en' }
  zaken: VerhaalZaak[]
}
