import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { naarWerkdag } from '#lib/platform/feestdagen.ts'
import type { Datums } from '#lib/ui/text/dates.ts'
import { reactiedatums } from './besluiten.ts'
import type { Voortgang } from './voortgang.ts'

/** The dates of a zaak as far as they are a promise now: one that has passed, or that will move, is none. */
export function promisedDatums(
  { afgerond, onbekend, stilstand, reacties }: Pick<Voortgang, 'afgerond' | 'onbekend' | 'stilstand' | 'reacties'>,
  { uiterlijkeEinddatum, now }: { /** `yyyy-mm-dd` */ uiterlijkeEinddatum: string; now: Date },
): { isLate: boolean; datums: Datums } {
  const today = dateInAmsterdam(now)
  const isLate = !afgerond && !onbekend && !stilstand && isTeLaat(uiterlijkeEinddatum, today)
  const isPromised = !onbekend && !stilstand && (afgerond || uiterlijkeEinddatum >= today)
  const possible = reacties.filter(({ uiterlijk }) => uiterlijk >= today)
  return { isLate, datums: { fataleDatum: isPromised ? uiterlijkeEinddatum : null, ...reactiedatums(possible) } }
}

/**
 * Whether the citizen is told that the decision is late; both dates are `yyyy-mm-dd`. Where the Algemene termijnenwet
 * would move the last day, nobody may be invited to say so before that: it would have no effect.
 */
export function isTeLaat(uiterlijkeEinddatum: string, today: string): boolean {
  return naarWerkdag(uiterlijkeEinddatum) < today
}
