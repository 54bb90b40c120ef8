import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { Datums } from '#lib/ui/text/dates.ts'
import type { Voortgang } from './voortgang.ts'

/** The dates of a zaak as far as they are a promise now: one that has passed, or that will move, is none. */
export function promisedDatums(
  { afgerond, onbekend, stilstand }: Pick<Voortgang, 'afgerond' | 'onbekend' | 'stilstand'>,
  {
    uiterlijkeEinddatum,
    besluit,
    now,
  }: { /** `yyyy-mm-dd` */ uiterlijkeEinddatum: string; besluit: ZaakResource['besluit']; now: Date },
): { isLate: boolean; datums: Datums } {
  const today = dateInAmsterdam(now)
  const isLate = !afgerond && !onbekend && !stilstand && uiterlijkeEinddatum < today
  const bezwaar = besluit && besluit.uiterlijkeReactiedatum >= today ? besluit.uiterlijkeReactiedatum : null
  const isPromised = !isLate && !onbekend && !stilstand
  return { isLate, datums: { fataleDatum: isPromised ? uiterlijkeEinddatum : null, bezwaardatum: bezwaar } }
}
