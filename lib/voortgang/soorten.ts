import { STATUS_SOORTEN, type StatusSoort } from '#lib/contract/event-types.ts'
import type { Tweetalig } from '#lib/contract/zaak-resource.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { type Wijzigingtekst, wijzigingen } from '#lib/ui/texts/wijzigingen.ts'

type Betekenis = {
  /** what it does to the legal term */
  termijn: 'stopt' | 'schuift' | null
  /** which choice of the citizen a mail about it is left to; null: it is always told */
  keuze: 'voortgang' | 'termijnen' | null
  /** the behandelaar says why */
  heeftReden: boolean
}

/**
 * What a kind of change means to the citizen. Always told are the receipt, what is asked, what begins anew, and what takes
 * something back, because that may have been mailed before the choice was made.
 */
export const SOORTEN: Record<StatusSoort, Betekenis> = {
  registratie: { termijn: null, keuze: null, heeftReden: false },
  statuswijziging: { termijn: null, keuze: 'voortgang', heeftReden: false },
  correctie: { termijn: null, keuze: null, heeftReden: true },
  herstel: { termijn: 'schuift', keuze: null, heeftReden: true },
  gegevenswijziging: { termijn: 'schuift', keuze: null, heeftReden: false },
  heropening: { termijn: null, keuze: null, heeftReden: true },
  opschorting: { termijn: 'stopt', keuze: 'termijnen', heeftReden: false },
  hervatting: { termijn: 'schuift', keuze: 'termijnen', heeftReden: false },
  verlenging: { termijn: 'schuift', keuze: 'termijnen', heeftReden: true },
  aanvullingsverzoek: { termijn: 'stopt', keuze: null, heeftReden: false },
  aanvulling_ontvangen: { termijn: 'schuift', keuze: 'termijnen', heeftReden: false },
  aanvulling_verlopen: { termijn: 'schuift', keuze: 'termijnen', heeftReden: false },
  aanvulling_verlengd: { termijn: null, keuze: null, heeftReden: false },
  aanvulling_deel_ontvangen: { termijn: null, keuze: 'termijnen', heeftReden: false },
  aanvulling_gemeld: { termijn: 'schuift', keuze: 'termijnen', heeftReden: false },
  aanvulling_nagekomen: { termijn: null, keuze: 'termijnen', heeftReden: false },
  zienswijzen_vastgelegd: { termijn: 'schuift', keuze: 'termijnen', heeftReden: false },
  vertraging_gemeld: { termijn: null, keuze: null, heeftReden: true },
  herberekening: { termijn: 'schuift', keuze: null, heeftReden: true },
  ingebrekestelling: { termijn: null, keuze: null, heeftReden: false },
  ingebrekestelling_vervallen: { termijn: null, keuze: null, heeftReden: false },
  dwangsom_vastgesteld: { termijn: null, keuze: null, heeftReden: false },
  doorzending: { termijn: null, keuze: null, heeftReden: false },
  brief_verstuurd: { termijn: null, keuze: 'voortgang', heeftReden: false },
  vraag_beantwoord: { termijn: null, keuze: null, heeftReden: false },
  intrekking_afgewezen: { termijn: null, keuze: null, heeftReden: false },
  van_rechtswege_verleend: { termijn: null, keuze: null, heeftReden: false },
  besluit_bekendgemaakt: { termijn: null, keuze: null, heeftReden: false },
  besluit_vastgelegd: { termijn: null, keuze: null, heeftReden: false },
  besluit_gecorrigeerd: { termijn: null, keuze: null, heeftReden: true },
  document_toegevoegd: { termijn: null, keuze: null, heeftReden: false },
  document_ingetrokken: { termijn: null, keuze: null, heeftReden: true },
  besluit_ingetrokken: { termijn: null, keuze: null, heeftReden: true },
}

export function soortenWith(has: (betekenis: Betekenis) => boolean): readonly StatusSoort[] {
  return STATUS_SOORTEN.filter((soort) => has(SOORTEN[soort]))
}

/** Whether a change takes back the one before it. */
export function takesBack({ soort }: { soort: StatusSoort }): boolean {
  return soort === 'correctie' || soort === 'herstel'
}

/** What a kind of change is called, says on top and means, by whether it moved the last day of the term. */
export function tekstenOf(soort: StatusSoort, isMoved: boolean): Wijzigingtekst {
  const teksten: Wijzigingtekst = wijzigingen[soort]
  return isMoved ? { ...teksten, ...teksten.verschoven } : teksten
}

/** What it means, in words. A term that had passed when something was asked does not stand still, and does not run again. */
export function meaningOf(
  {
    soort,
    uiterlijkeEinddatum,
    tijdstip,
    gebeurdOp,
  }: {
    soort: StatusSoort
    /** `yyyy-mm-dd` */
    uiterlijkeEinddatum: string | null
    tijdstip: Date
    /** `yyyy-mm-dd`, the day that counts; null when it is that of `tijdstip` */
    gebeurdOp?: string | null
  },
  { termijn }: { termijn?: unknown },
): Tweetalig {
  const { uitleg, uitlegTeLaat } = tekstenOf(soort, termijn !== undefined)
  const isLate = uiterlijkeEinddatum !== null && uiterlijkeEinddatum < (gebeurdOp ?? dateInAmsterdam(tijdstip))
  return (isLate && uitlegTeLaat) || uitleg
}
