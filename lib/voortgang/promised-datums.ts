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
  uiterlijkeEinddatumAfdoening: string
  ontwerp?: Pick<NonNullable<ZaakResource['ontwerp']>, 'zienswijzenUiterlijk'> | null
}

/** The days by which a besluit is expected and must come, `yyyy-mm-dd`; `uiterlijk` can have passed. */
export type Besluitdatums = { verwacht: string | null; uiterlijk: string | null }

/**
 * Returns the days of the besluit that hold now, for page, card, tijdlijn, Gegevens and agenda. A zaak that
 * is decided or stands still has none. A decided besluit is expected on its bekendmaking. An announced later
 * day replaces the last day of the term until it has passed. So does a draft on display: nobody decides
 * before others could respond (Awb 3:16).
 */
export function besluitdatums(
  { einddatumGepland, uiterlijkeEinddatumAfdoening, ontwerp }: Einddata,
  {
    afgerond,
    isBesloten,
    nogBekend,
    stilstand,
  }: Pick<Stand, 'afgerond' | 'isBesloten' | 'nogBekend'> & { stilstand: { staatStil: boolean } | null },
  today: string,
): Besluitdatums {
  if (afgerond || isBesloten || stilstand?.staatStil) return { verwacht: null, uiterlijk: null }
  const passed = uiterlijkeEinddatumAfdoening < today ? uiterlijkeEinddatumAfdoening : null
  if (nogBekend) return { verwacht: nogBekend, uiterlijk: passed }
  if (stilstand || !einddatumGepland) return { verwacht: null, uiterlijk: uiterlijkeEinddatumAfdoening }
  const day = verwachteDag({ einddatumGepland, uiterlijkeEinddatumAfdoening }, today)
  const displayed = ontwerp?.zienswijzenUiterlijk ?? ''
  const verwacht = day && day <= displayed ? null : day
  const isAnnounced = verwacht !== null && einddatumGepland > uiterlijkeEinddatumAfdoening
  return {
    verwacht,
    uiterlijk: isAnnounced || uiterlijkeEinddatumAfdoening <= displayed ? passed : uiterlijkeEinddatumAfdoening,
  }
}

/** Returns the dates of a zaak that are a promise now: a date that has passed or will move is null. */
export function promisedDatums(
  stand: Stand,
  { now, ...einddata }: Einddata & { now: Date },
): { isLate: boolean; besluit: Besluitdatums; datums: Datums } {
  const { afgerond, onbekend, stilstand, reacties, isBesloten } = stand
  const { uiterlijkeEinddatumAfdoening } = einddata
  const today = dateInAmsterdam(now)
  const besluit = besluitdatums(einddata, stand, today)
  const isLate =
    !afgerond && !onbekend && !stilstand?.staatStil && isTeLaat(uiterlijkeEinddatumAfdoening, { isBesloten, today })
  const isPromised = afgerond || (!stilstand && besluit.uiterlijk !== null && besluit.uiterlijk >= today)
  const possible = reacties.filter(({ uiterlijk }) => uiterlijk >= today)
  const fataleDatum = isPromised && !onbekend ? uiterlijkeEinddatumAfdoening : null
  return { isLate, besluit, datums: { fataleDatum, ...reactiedatums(possible) } }
}

/**
 * Returns the working day by which a besluit is expected, `yyyy-mm-dd`; null when it has passed. Moving to a
 * working day never crosses the last day to decide.
 */
export function verwachteDag(
  {
    einddatumGepland,
    uiterlijkeEinddatumAfdoening,
  }: { einddatumGepland: string; uiterlijkeEinddatumAfdoening: string },
  today: string,
): string | null {
  const next = naarWerkdag(einddatumGepland)
  const isTooLate = einddatumGepland <= uiterlijkeEinddatumAfdoening && next > uiterlijkeEinddatumAfdoening
  const day = isTooLate ? vorigeWerkdag(einddatumGepland) : next
  return day < today ? null : day
}

/**
 * True when the decision is late; dates are `yyyy-mm-dd`. The zaaksysteem has already moved the last day by
 * the Algemene termijnenwet. The decision is late until its bekendmaking (Awb 3:40).
 */
export function isTeLaat(
  uiterlijkeEinddatumAfdoening: string,
  { isBesloten, today }: Pick<Voortgang, 'isBesloten'> & { today: string },
): boolean {
  return uiterlijkeEinddatumAfdoening < today && !isBesloten
}
