import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { naarWerkdag, vorigeWerkdag } from '#lib/platform/feestdagen.ts'
import type { Datums } from '#lib/ui/text/dates.ts'
import { reactiedatums } from './besluiten.ts'
import type { Voortgang } from './voortgang.ts'

type Stand = Pick<Voortgang, 'afgerond' | 'onbekend' | 'stilstand' | 'reacties' | 'isBesloten' | 'nogBekend'>
/** Dates are `yyyy-mm-dd`. */
type Einddata = {
  einddatumGepland?: string | undefined
  uiterlijkeEinddatum: string
  ontwerp?: Pick<NonNullable<ZaakResource['ontwerp']>, 'zienswijzenUiterlijk'> | null
}

/** By which days a besluit is expected and must come, `yyyy-mm-dd`; `uiterlijk` can have passed. */
export type Besluitdatums = { verwacht: string | null; uiterlijk: string | null }

/**
 * The days of the besluit that hold now, which page, card, tijdlijn, Gegevens and agenda name. A zaak that is decided or stands still has
 * none. What was decided is expected when it is made known. An announced later day takes the place of the last day of the term, until that
 * has passed, and so does a draft of the besluit on which others can respond until then: nobody decides before (Awb 3:16).
 */
export function besluitdatums(
  { einddatumGepland, uiterlijkeEinddatum, ontwerp }: Einddata,
  {
    afgerond,
    isBesloten,
    nogBekend,
    stilstand,
  }: Pick<Stand, 'afgerond' | 'isBesloten' | 'nogBekend'> & { stilstand: { staatStil: boolean } | null },
  today: string,
): Besluitdatums {
  if (afgerond || isBesloten || stilstand?.staatStil) return { verwacht: null, uiterlijk: null }
  const passed = uiterlijkeEinddatum < today ? uiterlijkeEinddatum : null
  if (nogBekend) return { verwacht: nogBekend, uiterlijk: passed }
  if (stilstand || !einddatumGepland) return { verwacht: null, uiterlijk: uiterlijkeEinddatum }
  const day = verwachteDag({ einddatumGepland, uiterlijkeEinddatum }, today)
  const displayed = ontwerp?.zienswijzenUiterlijk ?? ''
  const verwacht = day && day <= displayed ? null : day
  const isAnnounced = verwacht !== null && einddatumGepland > uiterlijkeEinddatum
  return { verwacht, uiterlijk: isAnnounced || uiterlijkeEinddatum <= displayed ? passed : uiterlijkeEinddatum }
}

/** The dates of a zaak as far as they are a promise now: one that has passed, or that will move, is none. */
export function promisedDatums(
  stand: Stand,
  { now, ...einddata }: Einddata & { now: Date },
): { isLate: boolean; besluit: Besluitdatums; datums: Datums } {
  const { afgerond, onbekend, stilstand, reacties, isBesloten } = stand
  const { uiterlijkeEinddatum } = einddata
  const today = dateInAmsterdam(now)
  const besluit = besluitdatums(einddata, stand, today)
  const isLate = !afgerond && !onbekend && !stilstand?.staatStil && isTeLaat(uiterlijkeEinddatum, { isBesloten, today })
  const isPromised = afgerond || (!stilstand && besluit.uiterlijk !== null && besluit.uiterlijk >= today)
  const possible = reacties.filter(({ uiterlijk }) => uiterlijk >= today)
  const fataleDatum = isPromised && !onbekend ? uiterlijkeEinddatum : null
  return { isLate, besluit, datums: { fataleDatum, ...reactiedatums(possible) } }
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
