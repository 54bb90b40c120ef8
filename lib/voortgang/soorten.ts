import { STATUS_SOORTEN, type StatusSoort } from '#lib/contract/event-types.ts'
import type { Tweetalig } from '#lib/contract/zaak-resource.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { type Wijzigingtekst, wijzigingen } from '#lib/ui/texts/wijzigingen.ts'

export function soortenWith(has: (wijziging: Wijzigingtekst) => boolean): readonly StatusSoort[] {
  return STATUS_SOORTEN.filter((soort) => has(wijzigingen[soort]))
}

export function takesBack({ soort }: { soort: StatusSoort }): boolean {
  return soort === 'correctie' || soort === 'herstel'
}

/** Returns the texts of a kind of change; they differ when it moved the last day of the term. */
export function tekstenOf(soort: StatusSoort, isMoved = false): Wijzigingtekst {
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
    datumStatusGezet,
    gebeurdOp,
  }: {
    soort: StatusSoort
    /** `yyyy-mm-dd` */
    uiterlijkeEinddatumAfdoening: string | null
    datumStatusGezet: Date
    /** `yyyy-mm-dd`, the day that counts; null when it is that of `datumStatusGezet` */
    gebeurdOp?: string | null
  },
  { termijn }: { termijn?: unknown },
  next?: { soort: StatusSoort; datumStatusGezet: Date },
): Tweetalig {
  const { uitleg, uitlegTeLaat } = tekstenOf(soort, termijn !== undefined)
  const isLate =
    uiterlijkeEinddatumAfdoening !== null &&
    uiterlijkeEinddatumAfdoening < (gebeurdOp ?? dateInAmsterdam(datumStatusGezet))
  const isSuspended =
    next?.soort === 'opschorting' && dateInAmsterdam(next.datumStatusGezet) === dateInAmsterdam(datumStatusGezet)
  return ((isLate || isSuspended) && uitlegTeLaat) || uitleg
}
