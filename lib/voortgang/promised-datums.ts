import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { naarWerkdag, vorigeWerkdag } from '#lib/platform/feestdagen.ts'
import type { Datums } from '#lib/ui/text/dates.ts'
import { reactiedatums } from './besluiten.ts'
import type { Voortgang } from './voortgang.ts'

type Stand = Pick<Voortgang, 'afgerond' | 'onbekend' | 'stilstand' | 'reacties' | 'isBesloten'>

/** The dates of a zaak as far as they are a promise now: one that has passed, or that will move, is none. */
export function promisedDatums(
  { afgerond, onbekend, stilstand, reacties, isBesloten }: Stand,
  { uiterlijkeEinddatum, now }: { /** `yyyy-mm-dd` */ uiterlijkeEinddatum: string; now: Date },
): { isLate: boolean; datums: Datums } {
  const today = dateInAmsterdam(now)
  const isLate = !afgerond && !onbekend && !stilstand?.staatStil && isTeLaat(uiterlijkeEinddatum, { isBesloten, today })
  const isPromised = !onbekend && !stilstand && (afgerond || uiterlijkeEinddatum >= today)
  const possible = reacties.filter(({ uiterlijk }) => uiterlijk >= today)
  return { isLate, datums: { fataleDatum: isPromised ? uiterlijkeEinddatum : null, ...reactiedatums(possible) } }
}

/**
 * By which day a besluit is expected: one on which somebody decides, and not after the last day for that where that was not so
 * already. Null when it has passed: what should have happened by now is no longer expected. All are `yyyy-mm-dd`.
 */
export function verwachteDag(
  { einddatumGepland, uiterlijkeEinddatum }: { einddatumGepland: string; uiterlijkeEinddatum: string },
  today: string,
): string | null {
  const next = naarWerkdag(einddatumGepland)
  const isTooLate = einddatumGepland <= uiterlijkeEinddatum && next > uiterlijkeEinddatum
  const day = isTooLate ? vorigeWerkdag(einddatumGepland) : next
  return day < today ? null : day
}

/**
 * Whether the decision is late; both dates are `yyyy-mm-dd`. The last day is that of the law: where the Algemene termijnenwet
 * moves it, the zaaksysteem did. It is late until what was decided is made known (Awb 3:40).
 */
export function isTeLaat(
  uiterlijkeEinddatum: string,
  { isBesloten, today }: Pick<Voortgang, 'isBesloten'> & { today: string },
): boolean {
  return uiterlijkeEinddatum < today && !isBesloten
}
