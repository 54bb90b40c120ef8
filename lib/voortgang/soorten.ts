import { STATUS_SOORTEN, type StatusSoort } from '#lib/contract/event-types.ts'
import type { Tweetalig } from '#lib/contract/zaak-resource.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { type Wijzigingtekst, wijzigingen } from '#lib/ui/texts/wijzigingen.ts'

type Betekenis = {
  /** the effect on the legal term */
  termijn: 'stopt' | 'schuift' | null
  /** the choice of the citizen that a mail depends on; null when it is always sent */
  keuze: 'voortgang' | 'termijnen' | null
  /** true when the behandelaar gives a reason */
  heeftReden: boolean
}

/**
 * The meaning of each kind of change for the citizen. Receipts, requests, reopenings and what takes something
 * back are always mailed: the wrong change may have been mailed before the citizen chose.
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

export function takesBack({ soort }: { soort: StatusSoort }): boolean {
  return soort === 'correctie' || soort === 'herstel'
}

/** The name, heading and meaning of a kind of change, by whether it moved the last day of the term. */
export function tekstenOf(soort: StatusSoort, isMoved: boolean): Wijzigingtekst {
  const teksten: Wijzigingtekst = wijzigingen[soort]
  return isMoved ? { ...teksten, ...teksten.verschoven } : teksten
}

/**
 * Explains a change in words. A term that had passed before something was asked neither stands still nor runs
 * again. A term that stands still for something else on the same day does not run again either.
 */
export function meaningOf(
  {
    soort,
    uiterlijkeEinddatumAfdoening,
    tijdstip,
    gebeurdOp,
  }: {
    soort: StatusSoort
    /** `yyyy-mm-dd` */
    uiterlijkeEinddatumAfdoening: string | null
    tijdstip: Date
    /** `yyyy-mm-dd`, the day that counts; null when it is that of `tijdstip` */
    gebeurdOp?: string | null
  },
  { termijn }: { termijn?: unknown },
  next?: { soort: StatusSoort; tijdstip: Date },
): Tweetalig {
  const { uitleg, uitlegTeLaat } = tekstenOf(soort, termijn !== undefined)
  const isLate =
    uiterlijkeEinddatumAfdoening !== null && uiterlijkeEinddatumAfdoening < (gebeurdOp ?? dateInAmsterdam(tijdstip))
  const isSuspended = next?.soort === 'opschorting' && dateInAmsterdam(next.tijdstip) === dateInAmsterdam(tijdstip)
  return ((isLate || isSuspended) && uitlegTeLaat) || uitleg
}
