import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { Datums } from '#lib/ui/text/dates.ts'
import { reactiedatums } from './besluiten.ts'
import type { Voortgang } from './voortgang.ts'

/** The dates of a zaak as far as they are a promise now: one that has passed, or that will move, is none. */
export function promisedDatums(
  { afgerond, onbekend, stilstand, reacties }: Pick<Voortgang, 'afgerond' | 'onbekend' | 'stilstand' | 'reacties'>,
  { uiterlijkeEinddatum, now }: { /** `yyyy-mm-dd` */ uiterlijkeEinddatum: string; now: Date },
): { isLate: boolean; datums: Datums } {
  const today = dateInAmsterdam(now)
  const isLate = !afgerond && !onbekend && !stilstand?.staatStil && isTeLaat(uiterlijkeEinddatum, today)
  const isPromised = !onbekend && !stilstand && (afgerond || uiterlijkeEinddatum >= today)
  const possible = reacties.filter(({ uiterlijk }) => uiterlijk >= today)
  return { isLate, datums: { fataleDatum: isPromised ? uiterlijkeEinddatum : null, ...reactiedatums(possible) } }
}

/**
 * Whether the decision is late; both dates are `yyyy-mm-dd`. The last day is that of the law: where the Algemene termijnenwet
 * moves it, the zaaksysteem did.
 */
export function isTeLaat(uiterlijkeEinddatum: string, today: string): boolean {
  return uiterlijkeEinddatum < today
}
