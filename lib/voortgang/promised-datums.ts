import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import type { Datums } from '#lib/ui/text/dates.ts'
import { reactiedatums } from './besluiten.ts'
import type { Voortgang } from './voortgang.ts'

type Stand = Pick<Voortgang, 'afgerond' | 'onbekend' | 'stilstand' | 'reacties' | 'geldt'>

/** The dates of a zaak as far as they are a promise now: one that has passed, or that will move, is none. */
export function promisedDatums(
  { afgerond, onbekend, stilstand, reacties, geldt }: Stand,
  { uiterlijkeEinddatum, now }: { /** `yyyy-mm-dd` */ uiterlijkeEinddatum: string; now: Date },
): { isLate: boolean; datums: Datums } {
  const today = dateInAmsterdam(now)
  const isLate = !afgerond && !onbekend && !stilstand?.staatStil && isTeLaat(uiterlijkeEinddatum, { geldt, today })
  const isPromised = !onbekend && !stilstand && (afgerond || uiterlijkeEinddatum >= today)
  const possible = reacties.filter(({ uiterlijk }) => uiterlijk >= today)
  return { isLate, datums: { fataleDatum: isPromised ? uiterlijkeEinddatum : null, ...reactiedatums(possible) } }
}

/**
 * Whether the decision is late; both dates are `yyyy-mm-dd`. The last day is that of the law: where the Algemene termijnenwet
 * moves it, the zaaksysteem did. Of a zaak that was reopened it is not while what was decided holds.
 */
export function isTeLaat(
  uiterlijkeEinddatum: string,
  { geldt, today }: Pick<Voortgang, 'geldt'> & { today: string },
): boolean {
  return uiterlijkeEinddatum < today && geldt.length === 0
}
